var a: = 1
var b: Array<String = 2
fun f(a: {b: }, c) = 1
---
a as
