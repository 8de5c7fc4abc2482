var a = b
var b = a + 1
---
a
