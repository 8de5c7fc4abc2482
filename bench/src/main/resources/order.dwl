%dw 2.0
output application/json indent=false
---
{
  orderId: payload.id,
  placedAt: payload.created,
  currency: upper(payload.currency),
  customer: payload.customer.firstName ++ " " ++ payload.customer.lastName,
  email: lower(payload.customer.email),
  city: payload.customer.city,
  country: upper(payload.customer.country),
  remark: payload.note,
  settled: payload.paid,
  items: payload.lines filter ($.qty > 1) map {
    code: upper($.sku),
    quantity: $.qty,
    price: $.price
  }
}
