%dw 2.0
output application/json
---
{
  one: payload.order.@id,
  all: payload.order.@,
  several: payload.order.*line map $.@sku,
  deep: payload..@sku,
  exists: [payload.order.@id?, payload.order.@none?],
  text: payload.order.line
}
