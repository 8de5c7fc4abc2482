%dw 2.0
input payload application/flatfile schemaPath="classpath://schema.ffd", recordParsing="lenint"
output application/json
---
payload
