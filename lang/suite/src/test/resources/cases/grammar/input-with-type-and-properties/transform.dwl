%dw 2.0
input payload application/csv separator=";", header=false
output application/json
---
payload map $.column_1
