%dw 2.0
output application/json
var o = {((1 to 20000) map {("k$($)"): $})}
---
[
  sizeOf(o), o.k5, o[0], keysOf(o)[1] as String, isEmpty(o), o == o, (o - "k1")[0], (o ++ {z: 1}).z, o is Object,
  typeOf(o), sizeOf(o filterObject ($ > 19990))
]
