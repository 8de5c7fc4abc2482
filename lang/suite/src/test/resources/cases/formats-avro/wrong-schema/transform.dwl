%dw 2.0
input payload application/avro schemaUrl="classpath://wanted.json"
output application/json
---
payload
