%dw 2.0
output application/flatfile schemaPath="classpath://record.cpy"
---
[{"COMPANY-NAME": "ACME", CONTACT: {"LAST-NAME": "Smith", "FIRST-NAME": "John"}, ZIP: 123, BALANCE: -123.45}, {"COMPANY-NAME": "Other", CONTACT: {"LAST-NAME": "Doe", "FIRST-NAME": "Al"}, ZIP: 1, BALANCE: 0}]
