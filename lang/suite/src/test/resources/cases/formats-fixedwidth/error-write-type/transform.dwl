%dw 2.0
output application/flatfile schemaPath="classpath://schema.ffd"
---
[{a: 1, b: ""}, {a: "x", b: ""}]
