%dw 2.0
output application/json
---
{
  text: payload.r.a,
  is: payload.r.a is CData,
  plain: payload.r.b is CData,
  joined: payload.r.c,
  schema: payload.r.a.^cdata
}
