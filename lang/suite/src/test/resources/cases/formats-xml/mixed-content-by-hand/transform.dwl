%dw 2.0
output application/xml
---
{p: {"__text": "Read ", b: "this", "__text": " & that"}}
