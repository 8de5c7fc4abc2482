fun total(xs) = xs match { case [] -> 0 case [h ~ t] -> h + total(t) }
---
[total(1 to 100), (5 to 1) match { case [h ~ t] -> {first: h, rest: t} }]
