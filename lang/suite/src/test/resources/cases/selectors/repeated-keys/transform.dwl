var o = {a: 1, b: 2, a: 3}
---
{first: o.a, all: o.*a, pair: o.&a, none: o.*z, index: o[1], name: (o[&1])}
