import * from dw::core::Arrays
---
[1, 2] sumBy "x$"
