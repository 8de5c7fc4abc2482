import * from dw::Mule
---
[p("port"), lookup("flow", 5), Mule::p("x")]
