output application/avro schemaUrl="classpath://schema.json"
---
[{level: "MIDDLE"}]
