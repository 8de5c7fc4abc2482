fun show(x) = x match {
  case [] -> "empty"
  case [h ~ t] -> "head " ++ h ++ " and " ++ sizeOf(t)
  case {} -> "no pairs"
  case {k: v ~ t} -> "$(k)=$(v)"
  case "hi" -> "greeting"
  case n: 7 -> "seven $(n)"
  case d matches /(\d+)-(\d+)/ -> d[2] ++ d[1]
  case x if (x is Number and x > 100) -> "big"
  case is Boolean -> "truth $"
  else other -> "other " ++ typeOf(other)
}
---
[show([]), show([1, 2]), show({}), show({a: 1, b: 2}), show("hi"), show(7), show("12-34"), show(500), show(true), show(null)]
