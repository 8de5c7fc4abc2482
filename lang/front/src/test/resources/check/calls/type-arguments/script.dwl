fun id<T>(x: T): T = x
---
upper(id<Array<String>>(payload))
