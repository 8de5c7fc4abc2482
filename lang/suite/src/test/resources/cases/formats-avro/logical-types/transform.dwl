%dw 2.0
input payload application/avro logicalTypes=true
output application/json
---
payload.day
