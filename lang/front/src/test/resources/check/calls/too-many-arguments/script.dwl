upper("a", 1)
