%dw 2.0
output application/flatfile schemaPath="classpath://record.cpy", zonedDecimalStrict=true
---
[{A: -123, B: -12}, {A: 1, B: 0}]
