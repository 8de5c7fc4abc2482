type A = B
type B = A | Null
---
1 is A
