var n = 5
---
[if (n > 3) "big" else "small", if (n > 9) "big" else if (n > 4) "middle" else "small", unless (n > 9) "small" else "big"]
