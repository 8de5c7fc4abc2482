{a @(b: 1, (c): 2, ("d": 3) if e, (f), ns0#g: 4): "x", h @(): null}
