var limit = 3
fun f(x) = x match { case "a" -> 1 case is Null -> 2 case n if (n == limit) -> 3 else -> 4 }
---
["a", null, 3, 9] map f($)
