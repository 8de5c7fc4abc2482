[
  a update { case x .b -> 1 case -> 2 else -> 3 },
  a match { case 1 => 2 foo -> 3 case "x" 4 else -> 5 }
]
