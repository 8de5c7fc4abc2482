var a read("x")
fun f(x) x + 1
---
a
