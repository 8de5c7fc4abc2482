output application/avro schemaUrl="classpath://schema.json"
---
[{age: 1}, {age: "x"}]
