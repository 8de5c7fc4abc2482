var a = 
---
uper(a)
