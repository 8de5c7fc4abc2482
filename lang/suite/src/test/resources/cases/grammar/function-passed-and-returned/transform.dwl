%dw 2.0
fun adder(n: Number): (Number) -> Number = (x) -> x + n
fun twice(f: (Number) -> Number, x: Number): Number = f(f(x))
---
[twice(adder(3), 1), [1, 2] map adder(10)($), ["a", "b"] map upper($)]
