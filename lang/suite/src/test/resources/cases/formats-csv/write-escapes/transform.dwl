%dw 2.0
output application/csv
---
[{id: 1, text: "a,b"}, {id: 2, text: "say \"hi\""}, {id: 3, text: "two\nlines"}]
