import * from dw::core::Arrays
import * from dw::core::Objects
---
[{a: 1} divideBy 2, [1] divideBy 2, 5 divideBy 2]
