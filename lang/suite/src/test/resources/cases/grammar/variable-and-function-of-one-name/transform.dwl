var a = 1
fun a(x) = x
---
a
