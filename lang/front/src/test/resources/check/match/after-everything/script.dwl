payload match {
  case is String -> 1
  else -> 2
  case is Number -> 3
}
