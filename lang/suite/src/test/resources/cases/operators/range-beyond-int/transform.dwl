var r = 1 to 3000000000
---
{size: sizeOf(r), last: r[-1], part: r[2999999997 to 2999999999], outside: r[3000000000], empty: isEmpty(r), mapped: (r map $ * 2)[3], down: (3 to -3000000000)[-1], first: r contains 3}
