var on = true
---
[1, (2) if on, (3) if (not on), "pair": 4, [5 ~ [6, 7]]][0 to 3]
