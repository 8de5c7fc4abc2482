sum([1, "x"])
