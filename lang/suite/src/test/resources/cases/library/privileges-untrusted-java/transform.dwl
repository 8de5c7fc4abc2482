@UntrustedCode(privileges = [])
%dw 2.0
import java!java::lang::System
---
System::lineSeparator()
