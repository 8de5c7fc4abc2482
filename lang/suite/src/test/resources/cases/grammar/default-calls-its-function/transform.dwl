fun down(n: Number, m: Number = if (n == 0) 0 else down(n - 1)) = n + m
---
down(4)
