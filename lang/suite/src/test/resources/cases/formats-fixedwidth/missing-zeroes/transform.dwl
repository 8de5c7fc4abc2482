%dw 2.0
input payload application/flatfile schemaPath="classpath://schema.ffd", useMissCharAsDefaultForFill=true, missingValues="zeroes"
output application/json
---
payload
