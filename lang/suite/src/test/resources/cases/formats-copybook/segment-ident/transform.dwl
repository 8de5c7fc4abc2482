%dw 2.0
input payload application/flatfile schemaPath="classpath://record.cpy", segmentIdent="B"
output application/json
---
payload
