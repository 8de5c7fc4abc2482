%dw 2.0
output application/json
---
{all: payload, a: payload.*a}
