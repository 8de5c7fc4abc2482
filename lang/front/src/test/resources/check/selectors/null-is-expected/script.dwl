var a = {b: 1}
---
[a.c default 2, a.c?, a[payload.k], a.*c]
