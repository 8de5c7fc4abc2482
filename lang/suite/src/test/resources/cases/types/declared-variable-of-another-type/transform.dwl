var n: Number = "twelve"
---
n + 1
