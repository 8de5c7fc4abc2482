%dw 2.0
output application/json
---
{values: payload.r.*a, attributes: payload.r.*a map $.@nil}
