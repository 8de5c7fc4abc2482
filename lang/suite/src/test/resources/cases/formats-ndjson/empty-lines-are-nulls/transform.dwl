%dw 2.0
input payload application/x-ndjson ignoreEmptyLine=false
output application/json
---
payload
