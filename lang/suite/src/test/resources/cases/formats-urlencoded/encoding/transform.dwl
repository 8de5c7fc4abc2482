%dw 2.0
output application/json
---
read("a=%E9", "application/x-www-form-urlencoded", {encoding: "ISO-8859-1"})
