"a-b" match {
  case x matches /(\w)-(\w)/ -> x[1] ++ $[2]
  else -> 1
}
