%dw 2.0
input payload application/flatfile schemaPath="src/main/resources/schemas/schema.ffd"
output application/json
---
sizeOf(payload)
