%dw 2.0
output application/json
---
write([{a: 1}], "application/csv", {separator: "|", header: false})
