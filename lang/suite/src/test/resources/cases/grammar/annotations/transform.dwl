%dw 2.0
annotation Audited(level: Number = 1, who: String)
@Deprecated(since = "1.0", replacement = "newer")
fun older(n: Number): Number = n + 1
@Audited(level = 3, who = "ops")
var checked = 5
@Since(version = "2.4")
@TailRec()
fun count(n: Number, sum: Number = 0): Number =
  if (n == 0) sum else count(n - 1, sum + n)
---
[older(1), checked, count(10)]
