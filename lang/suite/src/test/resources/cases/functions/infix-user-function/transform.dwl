fun plus(a, b) = a + b
---
1 plus 2 plus 3
