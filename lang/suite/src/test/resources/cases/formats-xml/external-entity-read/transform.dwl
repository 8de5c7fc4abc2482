%dw 2.0
input payload application/xml supportDtd=true externalEntities=true
output application/json
---
payload
