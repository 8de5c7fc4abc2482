import * from dw::util::Values
output application/json
ns a http://a
---
[
  {a#x: 1, x: 2} update field(a, "x") with 9,
  ({x @(i: 1): 2} update ["x", attr("i")] with $ + 1).x.@i,
  [1, 2, 3] update -1 with 9,
  {a: [{b: 1}, {b: 2}]} update ["a", "b"] with $ * 2,
  null update ["a"] with 1,
  null update "a" with 1,
  {a: 1} update "z" with 2,
  null mask "a" with 1,
  [{a: [1]}] mask field("a") with 0,
  {a: {a: 1}} mask "a" with "*",
  [[1, 2], [3, 4]] mask 1 with $ * 10
]
