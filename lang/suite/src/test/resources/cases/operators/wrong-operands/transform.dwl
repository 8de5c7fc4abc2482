var a = null
---
1 + a
