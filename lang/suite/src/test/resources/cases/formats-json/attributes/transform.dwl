output application/json writeAttributes=true
---
{item @(id: 1): "x", box @(w: 2): {h: 3}}
