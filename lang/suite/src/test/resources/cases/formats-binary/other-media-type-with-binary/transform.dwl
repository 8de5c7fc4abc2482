%dw 2.0
output application/csv with binary
---
write([{a: 1}], "application/csv")
