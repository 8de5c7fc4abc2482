%dw 2.0
output application/json
---
read(write(payload, "application/avro", {schemaUrl: "classpath://schema.json"}), "application/avro")
