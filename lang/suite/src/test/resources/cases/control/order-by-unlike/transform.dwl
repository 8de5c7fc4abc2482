var values = [1, "one"]
---
values orderBy $
