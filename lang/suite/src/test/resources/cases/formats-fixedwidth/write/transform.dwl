%dw 2.0
output application/flatfile schemaPath="classpath://schema.ffd"
---
[{id: 1, name: "bolt", price: 12.50, since: |2024-01-31|, sold: true}, {id: 2, name: "nut"}, {id: "3", name: "gear", price: -1000.1, since: "1999-12-01", sold: "false"}]
