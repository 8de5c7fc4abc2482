import * from dw::util::Tree
output application/json
ns a http://a
---
{
  paths: ({a#x @(y: 1): [1, {z: 2}]} mapLeafValues ((v, p) -> asExpressionString(p))).a#x,
  attribute: ({a#x @(y: 1): [1, {z: 2}]} mapLeafValues ((v, p) -> asExpressionString(p))).a#x.@y,
  arrays: {b: [1, null, {c: null}]} filterArrayLeafs ((v, p) -> v != null),
  objects: {b: null, c: [null], d: {e: null}} filterObjectLeafs $ != null,
  scalar: 1 mapLeafValues $ + 1,
  deep: {a: [1, [2]]} nodeExists ((v, p) -> sizeOf(p) == 3),
  root: [] nodeExists ((v, p) -> isEmpty(p)),
  quoted: asExpressionString([{kind: OBJECT_TYPE, selector: "a b", namespace: null}, {kind: ARRAY_TYPE, selector: 2, namespace: null}])
}
