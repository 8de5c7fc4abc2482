payload update { case a at .b -> a match { case is String -> a else -> do { var c = 1 --- c } } }
