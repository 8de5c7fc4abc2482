%dw 2.0
import * from dw::core::Arrays
output application/json
var a = (1 to 20000) map {v: $, w: [1]}
---
[
  sizeOf(a.v), a.v[-1], sizeOf(a.w), sizeOf(a.*v), a.nope, a[?($.v > 19999)], a[?($.v > 99999)], sizeOf(a[0 to -1]),
  a.v?, a.nope?, sizeOf(a..v),
  do { var parts = a divideBy 100 --- [sizeOf(parts), sizeOf(parts[0]), sizeOf(parts[-1])] },
  (a take 2).v, (a drop 19998).v,
  do { var pairs = zip(a.v, a.v) --- [sizeOf(pairs), pairs[-1]] }
]
