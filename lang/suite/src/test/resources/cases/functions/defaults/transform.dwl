fun f(a, b = a ++ "!") = a ++ b
fun g(a = 1, b) = [a, b]
---
[f("x"), f("x", "y"), g(2), g(3, 4)]
