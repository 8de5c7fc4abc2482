%dw 2.0
input payload application/flatfile schemaPath="classpath://schema.ffd"
output application/json
---
payload
