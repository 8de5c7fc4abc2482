a map b match { case [] -> 1 else -> 2 }
