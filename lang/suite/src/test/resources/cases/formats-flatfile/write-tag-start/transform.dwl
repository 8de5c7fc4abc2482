%dw 2.0
output application/flatfile schemaPath="classpath://schema.ffd"
---
{Header: {Priority: 1}, Data: [{Ticket: {Bank: "ABCD"}, Check: [{Amount: 100}, {Amount: -20}]}], End: {Records: 5}}
