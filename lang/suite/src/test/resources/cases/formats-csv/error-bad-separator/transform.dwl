%dw 2.0
input payload application/csv separator=""
output application/json
---
payload
