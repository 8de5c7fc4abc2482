%dw 2.0
output application/csv escape="\""
---
[{id: 1, text: "a \"b\", c"}]
