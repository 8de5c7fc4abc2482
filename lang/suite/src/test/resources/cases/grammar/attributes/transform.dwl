%dw 2.0
output application/json writeAttributes=true
var dyn = {d: 4}
---
{root: {item @(a: 1, "b": 2, ("c"): 3, (dyn), (skipped: 5) if false): "text"}}
