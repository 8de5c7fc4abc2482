fun half(x: Number) = x / 2
fun yes(b: Boolean) = if (b) "y" else "n"
---
[half("10"), yes("true")]
