%dw 2.0
output application/csv
---
[{a: 1, b: 2}, {b: 3}, {a: 4, x: 5}]
