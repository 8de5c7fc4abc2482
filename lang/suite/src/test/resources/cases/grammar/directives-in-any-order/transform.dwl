%dw 2.0
fun twice(n) = n * factor
output application/json
var factor = 2
ns shop http://shop.example
type Price = Number
import capitalize from dw::core::Strings
var price: Price = 10
---
{
  a: twice(price),
  b: capitalize("two words"),
  c: {shop#item: 1}.shop#item
}
