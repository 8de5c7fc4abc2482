%dw 2.0
output application/flatfile schemaPath="classpath://record.cpy"
---
{HEADER: {"ITEM-COUNT": 2}, ITEM: [{SKU: "a"}]}
