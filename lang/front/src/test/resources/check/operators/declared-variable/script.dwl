var a: Number = [1]
var b: Number = "5"
var c: String | Null = null
---
[a, b, c]
