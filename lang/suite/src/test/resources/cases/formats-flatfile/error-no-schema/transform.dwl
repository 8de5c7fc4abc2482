%dw 2.0
input payload application/flatfile
output application/json
---
payload
