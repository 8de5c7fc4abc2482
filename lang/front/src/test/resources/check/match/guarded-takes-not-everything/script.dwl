payload match {
  case x if (x > 1) -> x
  case "a" if (payload.b) -> 1
  case "a" -> 2
  case "a" -> 3
  else -> 3
}
