%dw 2.0
output application/json indent=false
---
payload.records.*record map {
  id: $.@id,
  name: $.customer.name,
  city: $.address.city,
  total: $.amount
}
