5 match {
  case 1 -> "one"
}
