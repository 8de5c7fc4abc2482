%dw 2.0
input payload application/xlsx tableLimit="HeaderSize"
output application/json
---
payload.Sheet1[1]
