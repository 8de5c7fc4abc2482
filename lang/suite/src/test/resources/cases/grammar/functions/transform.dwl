%dw 2.0
fun optionalAtTheEnd(a: Number, b: Number = 2) = a + b
fun optionalInFront(a: Number = 1, b: Number) = a * 10 + b
fun generic<T <: String | Number>(x: T): T = x
fun dynamic(x: Any): ? = x
fun even(n: Number): Boolean = if (n == 0) true else odd(n - 1)
fun odd(n: Number): Boolean = if (n == 0) false else even(n - 1)
fun kind(x: String) = "text"
fun kind(x: Number) = "number"
fun kind(x: Array<Number>) = "numbers"
fun kind(x) = "anything"
---
{
  end: [optionalAtTheEnd(1), optionalAtTheEnd(1, 5)],
  front: [optionalInFront(5), optionalInFront(2, 5)],
  generic: [generic("a"), generic(1)],
  dynamic: dynamic({a: 1}),
  mutual: even(10),
  kinds: ["a", 1, [1, 2], true] map kind($),
  typeArguments: generic<String>("b"),
  infix: 3 optionalAtTheEnd 4
}
