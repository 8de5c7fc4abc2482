%dw 2.0
output application/flatfile schemaPath="classpath://schema.ffd"
---
{HDR: {}, Order: [{ORD: {Number: 1}}], TRL: {}}
