%dw 2.0
input payload application/xml supportDtd=true
output application/json
---
payload
