var a: "x" | "y" = payload
---
a match {
  case "x" -> 1
  case "z" -> 2
  else -> 3
}
