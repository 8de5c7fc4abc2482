%dw 2.0
input payload application/flatfile schemaPath="classpath://schema.ffd", recordParsing="singleRecord"
output application/json
---
payload
