var o = {a: 1, b: 2, a: 3}
---
[o mapObject ((v, k, i) -> {(k ++ i): v}), o pluck ((v, k, i) -> "$(i)$(k)$(v)"), o filterObject ((v, k, i) -> i > 0), o groupBy $$, o distinctBy $$, o distinctBy (isOdd($)), o mapObject ((v) -> if (v == 2) {} else {x: v, y: v}), o orderBy -$]
