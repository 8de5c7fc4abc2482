(a: Number, b: String = "x",) : String -> b ++ a
