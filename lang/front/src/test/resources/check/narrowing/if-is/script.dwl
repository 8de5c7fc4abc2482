var a: String | Array<Number> = payload
---
if (a is String) a ++ "x" else a ++ "y"
