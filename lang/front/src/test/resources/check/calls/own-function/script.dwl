fun f(a: Number, b: String = "x") = a
---
[f(1), f(1, "y"), f(), f(1, "y", 2), f({})]
