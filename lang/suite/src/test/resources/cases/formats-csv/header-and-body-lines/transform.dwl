%dw 2.0
input payload application/csv headerLineNumber=1, bodyStartLineNumber=3
output application/json
---
payload
