type P = {name: String, tags: Array<String>}
var a: P.tags = payload
---
upper(a)
