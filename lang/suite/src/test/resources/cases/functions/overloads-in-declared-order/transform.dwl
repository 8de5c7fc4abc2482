fun wide(x: Any) = "any"
fun wide(x: String) = "string"
fun narrow(x: String) = "string"
fun narrow(x: Any) = "any"
fun counted(x: String) = "one"
fun counted(x: String, y: Number) = "two"
---
[
  wide("a"),
  narrow("a"),
  narrow(1),
  counted("a", 1),
  do {
    fun local(x: Any) = "any"
    fun local(x: Null) = "null"
    ---
    local(null)
  }
]
