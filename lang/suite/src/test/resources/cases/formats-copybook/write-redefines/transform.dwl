%dw 2.0
output application/flatfile schemaPath="classpath://record.cpy"
---
[{KIND: "T", "*": {TRANSFER: {BANK: 123, ACCOUNT: 45}}, AMOUNT: 0.99}, {KIND: "C", "*": {CARD: {"CARD-NUMBER": "ABC"}}}]
