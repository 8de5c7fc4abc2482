%dw 2.0
input payload application/xlsx ignoreEmptyLine=false
output application/json
---
payload.Sheet1
