fun upTo(n) = if (n == 0) [] else [n ~ upTo(n - 1)]
fun more(items) = items match { case [] -> [] case [h ~ t] -> [h + 1 ~ more(t)] }
---
[sizeOf(upTo(50000)), sizeOf((1 to 50000) reduce (n, acc = []) -> [n ~ acc]), sum(more(1 to 20000))]
