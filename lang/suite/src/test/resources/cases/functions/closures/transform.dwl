fun adder(n) = (x) -> x + n
var add5 = adder(5)
var twice = (f, x) -> f(f(x))
---
[add5(1), twice(add5, 0), [1, 2] map add5($), ([3] map (x) -> (1 to x) map (y) -> x * y)]
