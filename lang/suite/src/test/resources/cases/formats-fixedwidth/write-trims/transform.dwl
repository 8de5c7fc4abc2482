%dw 2.0
output application/flatfile schemaPath="classpath://schema.ffd", trimValues=true
---
{a: 1.9, b: "abcdef"}
