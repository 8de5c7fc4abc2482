@TailRec()
fun count(n: Number, acc: Number = 0): Number = if (n == 0) acc else count(n - 1, acc + n)
fun step(n) = n match { case 0 -> "done" else -> do { var m = n - 1 --- step(m) } }
---
[count(1000000), step(1000000)]
