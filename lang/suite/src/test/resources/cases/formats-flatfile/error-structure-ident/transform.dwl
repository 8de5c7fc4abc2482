%dw 2.0
input payload application/flatfile schemaPath="classpath://schema.ffd", structureIdent="Order"
output application/json
---
payload
