@UntrustedCode(privileges = ["Properties"])
%dw 2.0
import * from dw::Runtime
import * from dw::System
---
[prop("no.such"), envVar("PATH")]
