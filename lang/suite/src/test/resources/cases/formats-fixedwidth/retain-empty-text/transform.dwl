%dw 2.0
input payload application/flatfile schemaPath="classpath://schema.ffd", retainEmptyStringFieldsOnParsing=true
output application/json
---
payload
