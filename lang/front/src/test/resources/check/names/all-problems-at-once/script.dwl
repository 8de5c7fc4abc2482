var a = b
fun f(x) = y + x
---
{c: f(z), d: a}
