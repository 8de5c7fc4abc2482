%dw 2.0
output application/csv
---
[{a: 1}, {a: {b: 2}}]
