%dw 2.0
input payload application/xlsx streaming=true
output application/json
---
payload."Sheet1" map ((row) -> row.Id)
