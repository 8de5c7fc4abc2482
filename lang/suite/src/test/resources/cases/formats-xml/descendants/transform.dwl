%dw 2.0
output application/json
---
{
  deep: payload..*name,
  firstOfEach: payload..name,
  pairs: payload..&id,
  count: sizeOf(payload..)
}
