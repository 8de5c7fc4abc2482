%dw 2.0
output application/json
---
{text: payload.r.t, attribute: payload.r.@a}
