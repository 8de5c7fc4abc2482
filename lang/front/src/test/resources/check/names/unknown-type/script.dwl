var a: Strin = "x"
fun f(x: Array<Foo>) = x
---
[a as Nmber, f([])]
