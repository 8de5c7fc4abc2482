var o = {a: 1, b: 2, a: 3, c: {a: 4}}
---
[o.*a, o.*z, [o, {a: 5}].*a, o.c.*a, o.&a, (o.&a).*a, [{a: 1}, {b: 1}, 7, {a: null}].a]
