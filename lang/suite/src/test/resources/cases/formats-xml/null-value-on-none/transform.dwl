%dw 2.0
input payload application/xml nullValueOn="none"
output application/json
---
payload.r
