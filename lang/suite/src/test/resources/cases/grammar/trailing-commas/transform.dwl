fun f(a, b,) = a + b
---
{list: [1, 2,], call: f(1, 2,), object: {a: 1,}}
