var a = {b: {c: 1}}
---
a update {
  case x at .b.c -> x ++ [1]
  case .b -> $
  case n at .z! -> n default 1
  case n at .b..x -> n
}
