%dw 2.0
output application/json
import substringAfter, capitalize from dw::core::Strings
import firstWith from dw::core::Arrays

type Line = { sku: String, qty: Number, price: Number }

var rates = {
  eur: 1,
  usd: 1.08,
  gbp: 0.86
}
var currency = lower(payload.currency default "eur")
var lines = payload.lines filter $.qty > 0

fun total(line: Line): Number = line.qty * line.price
fun rounded(n: Number) = n as String {format: "0.00"}
fun category(sku: String) =
  if (sku contains "1") "odd"
  else if (sku contains "2") "even"
  else "other"
---
{
  order: payload.id,
  day: payload.created[0 to 9],
  customer: {
    name: payload.customer.firstName ++ " " ++ payload.customer.lastName,
    domain: substringAfter(payload.customer.email, "@"),
    country: capitalize(payload.customer.country)
  },
  currency: upper(currency),
  rate: rates[currency],
  total: rounded(sum(lines map total($)) default 0),
  first: (lines firstWith $.qty > 2).sku,
  categories: lines groupBy category($.sku) mapObject (members, name) -> {
    (name): sizeOf(members)
  },
  note: payload.note match {
    case text is String if (sizeOf(text) > 10) -> "$(text[0 to 9])..."
    case text is String -> text
    else -> null
  }
}
