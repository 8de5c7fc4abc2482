%dw 2.0
import modules::none
---
{a: b,
 c: }
