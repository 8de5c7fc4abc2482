%dw 2.0
input payload application/xml nullValueOn="blank"
output application/json
---
payload.r
