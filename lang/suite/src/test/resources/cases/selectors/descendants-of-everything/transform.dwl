var o = {a: {b: 1, c: [{b: 2}, {b: 3, b: 4}]}, b: 5}
---
[o..b, o..*b, o..z, [o]..c, sizeOf(o..)]
