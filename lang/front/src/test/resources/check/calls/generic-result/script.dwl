fun pair<A, B>(a: A, b: B): {l: A, r: B} = {l: a, r: b}
---
[upper(pair("a", 1).l), upper(pair(1, [2]).r)]
