%dw 2.0
input payload application/avro schemaUrl="classpath://schema.json"
output application/json
---
payload.username
