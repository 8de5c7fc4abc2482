type F = (a: String, b?: Number, Date) -> () -> Boolean
type G = <T>(T) -> Array<T>
type H = (String | Number) & {a: "b" | 1 | -2 | true} | ((A) -> B)
type I = dw::x::Y<Z>.field.ns0#other
type J = Array<Array<String {format: "x"}>> {n: 1, (m: 2) if (true)}
---
1
