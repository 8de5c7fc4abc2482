var a: String | Number = payload
---
a match {
  case is Array -> 1
  case is String -> upper($)
  case is String -> 2
  case x is Number -> upper(x) ++ [1]
  else -> 3
}
