%dw 2.0
output application/xml
---
{a: [1, 2]}
