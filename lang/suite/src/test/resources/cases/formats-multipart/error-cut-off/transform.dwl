%dw 2.0
input payload multipart/form-data boundary="34b21"
output application/json
---
payload
