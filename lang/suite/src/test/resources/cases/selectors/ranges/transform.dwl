var a = [10, 20, 30, 40]
---
[a[1 to 2], a[-2 to -1], a[-1 to 0], a[2 to 0], a[0 to 9], a[4 to 5], [][0 to 0], "hello"[1 to 3], "hello"[-1 to 0], "hello"[0 to 9], null[0 to 1]]
