%dw 2.0
output application/json
var a = (1 to 20000) ++ [7]
---
[
  sizeOf(a), a[-1], a[20000], a[0 to 1], isEmpty(a), a == a, (a map $ + 1)[-1], (a << 9)[-1], (8 >> a)[0],
  sizeOf(a - 7), a contains 7, a is Array<Number>, (a orderBy -$)[0], sum(a)
]
