%dw 2.0
input payload application/flatfile schemaPath="classpath://record.cpy"
output application/json
---
payload
