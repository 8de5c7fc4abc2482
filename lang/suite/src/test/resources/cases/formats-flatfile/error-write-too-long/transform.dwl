%dw 2.0
output application/flatfile schemaPath="classpath://schema.ffd"
---
{HDR: {}, Order: [{ORD: {Number: 1}, LIN: [{Article: "a long name"}]}], TRL: {}}
