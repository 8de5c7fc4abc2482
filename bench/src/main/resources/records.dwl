%dw 2.0
output application/json indent=false
---
payload filter ($.status == "active") map {
  id: $.id,
  name: $.customer.name,
  city: $.address.city,
  total: $.amount
} orderBy $.total groupBy $.city
