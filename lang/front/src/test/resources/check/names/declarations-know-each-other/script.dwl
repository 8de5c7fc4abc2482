var a = f(1)
fun f(x) = g(x)
fun g(x) = if (x > 3) x else f(x + 1)
---
a
