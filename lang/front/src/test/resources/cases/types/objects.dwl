type A = {a: String, b?: Number, c*: Date, d*?: Any, _?: Any, "e f": Null}
type B = {| ns0#a @(x: String, y?: Number): {} |}
type C = {- a: String | Number -}
type D = {-| (K <: String): V |-}
---
1
