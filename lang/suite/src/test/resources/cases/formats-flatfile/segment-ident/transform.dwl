%dw 2.0
input payload application/flatfile schemaPath="classpath://schema.ffd", segmentIdent="TRL"
output application/json
---
payload.Count
