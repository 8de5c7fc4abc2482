@Since(version = "1.0")
@Labels(labels = ["sum"])
fun add(@StreamCapable items: Array<Number>, @DesignOnlyType() start: Number = 0): Number = items reduce ((i, a = start) -> a + i)
@Lazy()
var never = 1 / 0
@Deprecated(since = "2", replacement = "add")
fun old(x) = x
---
[add([1, 2]), add([1], 5), old(1)]
