%dw 2.0
output application/octet-stream
---
{a: 1}
