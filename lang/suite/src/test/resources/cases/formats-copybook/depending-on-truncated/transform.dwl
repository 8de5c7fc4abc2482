%dw 2.0
input payload application/flatfile schemaPath="classpath://record.cpy", truncateDependingOn=true
output application/json
---
payload
