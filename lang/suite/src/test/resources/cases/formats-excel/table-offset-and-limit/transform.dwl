%dw 2.0
input payload application/xlsx tableOffset="B2", tableLimit="B", header=false
output application/json
---
payload.Sheet1
