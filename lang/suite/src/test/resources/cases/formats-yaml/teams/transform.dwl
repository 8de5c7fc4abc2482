%dw 2.0
output application/dw
---
payload
