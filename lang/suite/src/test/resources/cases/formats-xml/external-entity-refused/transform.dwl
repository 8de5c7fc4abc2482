%dw 2.0
input payload application/xml supportDtd=true maxEntityCount=10
output application/json
---
payload
