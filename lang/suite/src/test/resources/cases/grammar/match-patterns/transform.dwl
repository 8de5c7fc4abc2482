%dw 2.0
var limit = 7
type Point = {x: Number, y: Number}
fun show(value) = value match {
  case 1 -> "one"
  case "two" -> "literal"
  case s: "three" -> "literal $s"
  case true -> "yes"
  case null -> "nothing"
  case limit -> "the limit"
  case p is Point -> "point $(p.x)/$(p.y)"
  case is Date -> "date"
  case n is Number if (n > 100) -> "large $n"
  case matches /^#(\w+)$/ -> "tag $($[1])"
  case mail matches /(.*)@(.*)/ -> "$(mail[1]) at $(mail[2])"
  case [] -> "no items"
  case [first ~ rest] -> "first $first of $(sizeOf(rest) + 1)"
  case {} -> "no pairs"
  case {key: value ~ others} -> "$key=$value and $(sizeOf(others))"
  case x if (x is String and sizeOf(x) > 5) -> "long text"
  else rest -> "other $(typeOf(rest))"
}
---
[1, "two", "three", true, null, 7, {x: 1, y: 2}, |2024-01-01|, 500, "#tag", "a@b", [], [1, 2, 3], {}, {k: 1, l: 2}, "something", "short"] map show($)
