%dw 2.0
input payload application/flatfile schemaPath="classpath://record.cpy"
output application/json
---
payload map if ($.KIND == "C") {card: $."*".CARD."CARD-NUMBER", amount: $.AMOUNT} else {bank: $."*".TRANSFER.BANK, account: $."*".TRANSFER.ACCOUNT, amount: $.AMOUNT}
