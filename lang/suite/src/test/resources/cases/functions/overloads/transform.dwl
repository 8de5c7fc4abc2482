fun kind(x: Number) = "number"
fun kind(x: String) = "string"
fun kind(x: Any) = "any"
fun kind(x: Null) = "null"
---
[kind(1), kind("a"), kind(null), kind([])]
