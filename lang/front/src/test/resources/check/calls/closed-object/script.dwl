fun f(p: {| a: String |}) = p.a
---
[f({a: "x"}), f({a: "x", b: 1})]
