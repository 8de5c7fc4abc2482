var a: Array<Number> | Null = payload
---
[if (a != null) a + 1 else a + 1, a != null and a + 1 > 2, if (a == null) 1 else a + 1]
