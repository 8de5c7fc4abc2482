%dw 2.0
output application/json
---
{a: payload.r.@a, t: payload.r}
