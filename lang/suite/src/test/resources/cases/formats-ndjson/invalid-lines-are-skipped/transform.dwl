%dw 2.0
input payload application/x-ndjson skipInvalid=true
output application/json
---
payload.n
