%dw 2.0
output application/json
---
{is: payload is Binary, text: payload as String {encoding: "UTF-8"}}
