capitalize("a")
