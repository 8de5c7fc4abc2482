type A = A | Number
---
"x" is A
