x update {
  case .a -> $ + 1
  case b at .b.c[0] -> b
  case (v, i) at .*d -> v ++ i
  case e at .@e! if (e == null) -> "new"
  case f at ."$(name)"["k"].ns0#g -> f
}
