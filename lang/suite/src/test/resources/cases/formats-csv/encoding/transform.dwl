%dw 2.0
output application/json
---
read("a,b\nä,1" as Binary {encoding: "ISO-8859-1"}, "application/csv", {encoding: "ISO-8859-1"})
