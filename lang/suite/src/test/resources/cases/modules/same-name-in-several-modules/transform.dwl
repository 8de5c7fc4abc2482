import * from dw::core::Arrays
import * from dw::core::Objects
import * from dw::core::Strings
---
["abc" indexOf "c", [1, 2] indexOf 2, {a: 1, b: 5} takeWhile ((v) -> v < 3), [1, 5] takeWhile $ < 3, {a: 1, b: 2} divideBy 1, [1, 2] divideBy 1]
