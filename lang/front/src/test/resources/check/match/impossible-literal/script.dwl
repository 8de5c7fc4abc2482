var a: Number = payload
---
a match {
  case "1" -> 1
  case 1 -> 2
  else -> 3
}
