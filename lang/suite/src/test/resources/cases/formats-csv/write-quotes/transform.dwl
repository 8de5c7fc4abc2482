%dw 2.0
output application/csv quoteValues=true, quoteHeader=true, separator=";", quote="'"
---
[{id: 1, text: "it's"}, {id: null, text: true}]
