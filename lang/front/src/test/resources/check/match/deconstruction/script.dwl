var a: Array<Number> = payload
---
a match {
  case [] -> 0
  case [h ~ t] -> h ++ sizeOf(t) ++ upper(t)
  else -> 1
}
