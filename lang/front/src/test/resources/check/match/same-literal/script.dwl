payload match {
  case "a" -> 1
  case "b" -> 2
  case x: "a" -> 3
  case 1 -> 4
  case 1.0 -> 5
  else -> 6
}
