%dw 2.0
input payload application/xml nullValueOn="empty"
output application/json
---
payload.r
