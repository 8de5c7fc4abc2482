var s = "hello"
---
[s[0], s[-1], s[1 to 3], s[-1 to 0], s[7]]
