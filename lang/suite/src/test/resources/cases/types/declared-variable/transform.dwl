var n: Number = "12"
---
n + 1
