%dw 2.0
output application/xml writeDeclaration=false
---
payload update {
  case .order.@id -> $ ++ "!"
  case .order.item.@new! -> "yes"
}
