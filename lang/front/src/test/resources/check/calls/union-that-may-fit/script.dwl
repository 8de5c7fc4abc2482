var a: String | Array = payload
---
[upper(a), sqrt(a), a joinBy ","]
