type Box<T> = {item: T}
var a: Box<Array<Number>> = payload
---
upper(a.item)
