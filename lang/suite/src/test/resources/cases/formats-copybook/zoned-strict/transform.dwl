%dw 2.0
input payload application/flatfile schemaPath="classpath://record.cpy", zonedDecimalStrict=true
output application/json
---
payload
