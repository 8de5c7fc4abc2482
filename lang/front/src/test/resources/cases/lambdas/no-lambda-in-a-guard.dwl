v match { case x if (x) -> 1 case y if (y) and (z) -> 2 else -> (w) -> w }
