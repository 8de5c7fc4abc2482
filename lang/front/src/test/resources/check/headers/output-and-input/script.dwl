%dw 2.0
input order: {id: Number} json
output application/csv separator=sep
var sep = ";"
---
[order.id ++ [], sep2]
