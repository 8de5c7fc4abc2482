%dw 2.0
output application/json
---
{
  first: payload.r.i,
  all: payload.r.*i,
  third: payload.r.*i[2],
  last: payload.r[-1],
  second: payload.r[1],
  count: sizeOf(payload.r),
  none: payload.r.*nothing,
  asIs: payload
}
