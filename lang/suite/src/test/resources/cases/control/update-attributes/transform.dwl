output application/xml writeDeclaration=false
---
payload update {
  case .a.@id -> "new"
  case (v, i) at .a.*b -> v ++ i
}
