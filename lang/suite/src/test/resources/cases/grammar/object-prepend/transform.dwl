var tail = {b: 2, c: 3}
---
{a: 1 ~ tail}
