var f = (a: Number, b) -> a
---
[f(1, 2), f([], 2), f(1)]
