%dw 2.0
input payload application/xml nullValueOn="sometimes"
output application/json
---
payload.r
