var name = "first name"
var o = {"first name": "Ann", age: 3, tag @(id: 7): "t"}
---
[o[name], o."first name", o.'age', o["a" ++ "ge"], o."$(name)", o.tag.@["id"], o[&"age"], o["none"]]
