{a: do { var x = 2 fun f(y) = x * y --- f(21) }, b: using (p = 1, q = 2) p + q, c: if (1 > 2) "x" else if (2 > 1) "y" else "z"}
