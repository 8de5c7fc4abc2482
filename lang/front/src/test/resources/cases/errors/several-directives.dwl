%dw 2.0
var a 
var b = = 1
fun = 2
type T = 
import from x
output
---
a
