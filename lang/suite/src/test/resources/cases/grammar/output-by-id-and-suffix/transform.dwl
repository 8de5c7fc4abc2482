%dw 2.0
output application/problem+json with json
---
{title: "gone"}
