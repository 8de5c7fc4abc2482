if (a) 1 else if (b) unless (c) 2 else 3 else xs map $ + 1
