type Person = {name: String, age?: Number}
fun f(p: Person) = p.name
---
[f({name: "x"}), f({nam: "x"}), f({name: []}), f({name: "x", age: {}}), f(payload), f({(payload)})]
