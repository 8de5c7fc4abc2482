%dw 2.0
output application/json
---
payload.parts.a.content.parts.b.content
