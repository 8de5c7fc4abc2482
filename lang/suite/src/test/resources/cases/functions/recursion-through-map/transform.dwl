fun s(n) = if (n == 0) 0 else ([n] map s($ - 1))[0] + 1
---
s(256)
