import * from dw::core::Types
type U = {name: String, age?: Number}
type L = Array<Number>
type E = String | Number
---
[isObjectType(U), isArrayType(L), arrayItem(L) as String, (unionItems(E) map ($ as String)), nameOf(U), typeOf(|PT1H|) as String, (objectFields(U) map $.required)]
