%dw 2.0
input payload application/csv separator="|", quote="'", escape="^"
output application/json
---
payload
