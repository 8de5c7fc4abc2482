xs map ($ match { case is String -> $ else -> $$ })
