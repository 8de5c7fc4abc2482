%dw 2.0
var never = 1 / 0
var later = {bad: 1 / 0, good: 2}
fun first(a, b) = a
---
[later.good, if (true) 1 else never, [1, 2][0]]
