%dw 2.0
input payload application/xml supportDtd=true maxEntityCount=100
output application/json
---
payload
