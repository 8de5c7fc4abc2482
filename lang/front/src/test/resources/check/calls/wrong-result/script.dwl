fun f(x): Number = [x]
---
f(1)
