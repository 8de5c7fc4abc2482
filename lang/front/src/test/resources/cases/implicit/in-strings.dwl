xs map "$$: $ and $(upper($))"
