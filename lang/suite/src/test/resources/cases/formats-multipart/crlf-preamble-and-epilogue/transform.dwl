%dw 2.0
input payload multipart/mixed boundary="b"
output application/json
---
payload
