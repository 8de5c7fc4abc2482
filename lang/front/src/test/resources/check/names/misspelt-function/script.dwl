uper("a")
