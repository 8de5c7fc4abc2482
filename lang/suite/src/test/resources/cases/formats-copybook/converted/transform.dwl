%dw 2.0
input payload application/flatfile schemaPath="classpath://record.ffd"
output application/json
---
payload
