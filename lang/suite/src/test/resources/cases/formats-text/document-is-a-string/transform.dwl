%dw 2.0
output application/json
---
{text: payload, size: sizeOf(payload)}
