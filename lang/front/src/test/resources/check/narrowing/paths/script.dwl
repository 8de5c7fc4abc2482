var a: {b?: Number} = payload
---
if (a.b == null) a.b + 1 else a.b + 1
