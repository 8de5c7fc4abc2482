%dw 2.0
input payload multipart/form-data defaultContentType="text/plain"
output application/json
---
{a: payload.parts.a.content is String, b: payload.parts.a.content}
