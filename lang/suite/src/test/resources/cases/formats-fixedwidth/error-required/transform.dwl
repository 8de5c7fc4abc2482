%dw 2.0
input payload application/flatfile schemaPath="classpath://schema.ffd", enforceRequires=true
output application/json
---
payload
