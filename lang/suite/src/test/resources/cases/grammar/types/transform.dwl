%dw 2.0
type Name = String
type Pair<A, B> = {first: A, second: B}
type Either = String | Number
type Both = {a: Number} & {b: Number}
type Closed = {| a: Number, b?: String |}
type Ordered = {- a: Number, b: Number -}
type Exact = {-| a: Number |-}
type Many = {item*: Number, other?: String}
type Flag = "on" | "off"
type Handler = (Number, name: String) -> Boolean
type Tagged = {item @(id: Number, note?: String): String}
type Open = {a: Number, _: Any}
type Priced = String {format: "0.00"}
type Item = {price: Number}
type Hosted = ???
fun keyOf<T>(x: T): T = x
---
{
  alias: "x" is Name,
  pair: {first: 1, second: "b"} is Pair<Number, String>,
  either: [1 is Either, true is Either],
  both: [{a: 1, b: 2} is Both, {a: 1} is Both],
  closed: [{a: 1} is Closed, {a: 1, c: 2} is Closed],
  many: {item: 1, item: 2} is Many,
  flag: ["on" is Flag, "maybe" is Flag],
  arrays: [[1, 2] is Array<Number>, ["a"] is Array<Number>],
  nullable: null is String | Null,
  fieldOf: 5 is Item.price,
  any: 1 is Any,
  object: {} is Object,
  function: ((x) -> x) is (Any) -> Any
}
