%dw 2.0
output application/json
---
{one: payload[0].a, all: payload[0].*a}
