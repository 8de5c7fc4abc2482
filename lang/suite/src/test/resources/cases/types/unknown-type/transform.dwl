type User = {name: Strin}
---
1
