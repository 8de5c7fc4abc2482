%dw 2.0
input payload multipart/form-data boundary="other"
output application/json
---
payload
