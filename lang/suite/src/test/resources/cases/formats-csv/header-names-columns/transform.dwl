%dw 2.0
output application/json
---
payload map ((row, i) -> {(row.name): row.age as Number + i, size: sizeOf(row)})
