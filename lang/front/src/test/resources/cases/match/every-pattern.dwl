x match {
  case "a" -> 1
  case n: 2 -> n
  case -3 -> 3
  case is String -> $
  case d is Array<Date> if (sizeOf(d) > 1) -> d
  case matches /a(b)/ -> $[1]
  case m matches /c/ -> m
  case [] -> 4
  case [h ~ t] -> h
  case {} -> 5
  case {k: v ~ r} -> v
  case LIMIT -> 6
  case my::LIMIT -> 7
  case |2024-01-01| -> 8
  case g if g > 1 -> g
  else rest -> rest
}
