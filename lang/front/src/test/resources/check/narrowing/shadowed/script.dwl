var a: String | Null = payload
---
if (a == null) ([1] map ((a) -> a + 1)) else 1
