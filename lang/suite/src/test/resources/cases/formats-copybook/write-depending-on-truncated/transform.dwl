%dw 2.0
output application/flatfile schemaPath="classpath://record.cpy", truncateDependingOn=true
---
[{HEADER: {"ITEM-COUNT": 2}, ITEM: [{SKU: "abc", QTY: 1}, {SKU: "def", QTY: 20}], CODES: ["x", "y"], NOTE: "end"}, {HEADER: {"ITEM-COUNT": 1}, ITEM: [{SKU: "ghi", QTY: 3}], CODES: ["z"], NOTE: "fin"}]
