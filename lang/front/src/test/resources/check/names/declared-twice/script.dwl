var a = 1
var a = 2
fun f(x) = x
fun f(x, y) = x
var f = 3
type T = String
type T = Number
---
a
