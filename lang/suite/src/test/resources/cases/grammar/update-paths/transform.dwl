%dw 2.0
var order = {id: 1, customer: {name: "Ann", tags: ["a", "b"]}, lines: [{price: 1}, {price: 20}]}
var field = "id"
---
order update {
  case .id -> $ + 1
  case name at .customer.name -> upper(name)
  case .customer.tags[0] -> "first"
  case .lines[1].price if ($ > 10) -> 10
  case .lines[0].price if ($ > 10) -> 0
  case .customer.phone! -> "new"
  case .missing -> "never"
}
