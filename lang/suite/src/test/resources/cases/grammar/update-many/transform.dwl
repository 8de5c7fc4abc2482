{a: 1, a: 2, b: {c: 1}} update {
  case (value, index) at .*a -> value * 10 + index
  case ."$("b")".c -> 5
}
