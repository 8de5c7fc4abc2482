%dw 2.0
var plain = (a, b) -> a + b
var typed = (a: Number, b: Number = 10): Number -> a * b
var generic = <T>(x: T): T -> x
var none = () -> 7
---
[plain(1, 2), typed(2), typed(2, 3), generic("x"), none(), ((n) -> n + 1)(4)]
