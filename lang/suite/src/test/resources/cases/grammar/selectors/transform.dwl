%dw 2.0
ns s http://s.example
var root = payload.s#root
var list = [10, 20, 30, 40]
---
{
  named: root.item,
  multi: root.*item,
  byNamespace: root.s#item,
  attribute: root.item.@id,
  allAttributes: root.item.@,
  multiAttribute: root.*item.@id,
  attributeAll: root.item.*@id,
  pair: {(root.&item)}.item,
  descendants: root..leaf,
  multiDescendants: root..*leaf,
  all: sizeOf(root..),
  namespaceOf: root.#.uri,
  index: list[1],
  negative: list[-1],
  range: list[1 to 2],
  backwards: list[-1 to 0],
  dynamic: {a: 1}["a"],
  dynamicByExpression: {ab: 2}["a" ++ "b"],
  quoted: {"a b": 3}."a b",
  filter: list[?($ > 15)],
  present: [root.item?, root.none?, root.item.@id?, root.item.@none?],
  onArray: [{a: 1}, 7, {b: 2}, {a: 3}].a,
  string: "hello"[1 to 3],
  character: "hello"[-1],
  nothing: null.a.b
}
