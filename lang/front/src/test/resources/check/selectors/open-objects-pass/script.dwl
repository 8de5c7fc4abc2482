var a = {b: 1, (payload)}
var t: {b: Number} = payload
---
[a.c, t.c, payload.x.y, {(payload.k): 1}.z]
