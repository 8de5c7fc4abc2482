%dw 2.0
input payload application/xml maxAttributeSize=5
output application/json
---
payload
