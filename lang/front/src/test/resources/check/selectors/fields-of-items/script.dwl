var a = [{b: 1}, {c: 2}]
---
[a.b, a.c, a.d]
