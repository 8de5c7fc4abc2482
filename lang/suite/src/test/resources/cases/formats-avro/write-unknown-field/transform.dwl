output application/avro schemaUrl="classpath://schema.json"
---
[{user: 1}]
