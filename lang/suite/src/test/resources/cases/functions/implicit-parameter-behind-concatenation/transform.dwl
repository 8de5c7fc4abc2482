[{a: "x", b: "y"}] map $.a ++ $.b
