%dw 2.0
input payload application/csv separator="\t"
output application/json
---
payload
