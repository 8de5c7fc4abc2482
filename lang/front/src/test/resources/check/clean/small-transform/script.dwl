%dw 2.0
output application/json
import * from dw::core::Strings
var rate = 1.21
fun price(p: Number, discount: Number = 0) = (p - discount) * rate
---
{
  orders: payload.orders map (order, index) -> {
    id: order.id as String,
    number: index + 1,
    customer: capitalize(order.customer.name default "nobody"),
    lines: order.lines filter ($.quantity > 0) map {
      sku: upper($.sku),
      price: price($.price, $.discount default 0) as String {format: "0.00"},
      (note: $.note) if ($.note != null)
    },
    total: sum(order.lines map ($.price * $.quantity)),
    date: order.date as Date {format: "yyyy-MM-dd"} as String {format: "dd.MM.yyyy"}
  },
  byCustomer: (payload.orders groupBy $.customer.id) mapObject ((value, key) -> {(key): sizeOf(value)}),
  status: payload.status match {
    case "A" -> "active"
    case s if (s startsWith "X") -> "gone"
    else -> "unknown"
  }
}
