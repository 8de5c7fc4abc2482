import * from dw::Mule
---
[p("a"), causedBy({}, "HTTP:NOT_FOUND")]
