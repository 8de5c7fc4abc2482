%dw 2.0
input payload application/csv ignoreEmptyLine=false
output application/json
---
payload.a
