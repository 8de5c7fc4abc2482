fun fact(n: Number): Number = if (n <= 1) 1 else n * fact(n - 1)
@TailRec()
fun count(n: Number, acc: Number = 0) = if (n == 0) acc else count(n - 1, acc + 1)
fun even(n) = if (n == 0) true else odd(n - 1)
fun odd(n) = if (n == 0) false else even(n - 1)
---
[fact(20), count(200000), even(100)]
