type T = {a: Number}
var wanted = String
---
[1 is Number, typeOf(1) == Number, typeOf("a") == wanted, T.a == Number, [String, Number] map ($ as String)]
