%dw 2.0
output application/flatfile schemaPath="classpath://schema.ffd"
---
{left: 12, right: -5, plain: 701, shown: 201.5}
