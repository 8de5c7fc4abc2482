%dw 2.0
output application/xml
---
{
  r: payload.r.&i
}
