var more = {c: 3, d: 4}
var list = [{e: 5}, {f: 6}]
---
{a: 1, (b: 2) if false, (x: 9) if true, (more), (list), ("k" ++ "1"): "dynamic"}
