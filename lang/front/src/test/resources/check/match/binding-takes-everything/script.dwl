payload match {
  case x -> x
  case is Number -> 3
}
