[1 + , f(, 2), a map]
