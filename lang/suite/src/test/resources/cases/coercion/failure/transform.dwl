("x" ++ "y") as Number
