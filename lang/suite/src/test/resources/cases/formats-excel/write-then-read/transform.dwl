%dw 2.0
output application/json
var book = {A: [{id: 1, name: "x", on: |2024-02-29|}, {id: 2.5, extra: true}], B: []}
---
read(write(book, "application/xlsx"), "application/xlsx")
