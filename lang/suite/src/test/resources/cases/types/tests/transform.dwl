type User = {name: String, age?: Number}
type Id = String | Number
---
[{name: "a"} is User, {name: 1} is User, {name: "a", z: 1} is User, {name: "a", z: 1} is {| name: String |}, 1 is Id, true is Id, [1, 2] is Array<Number>, ["a"] is Array<Number>, "x" is "x", null is Null, ((x) -> x) is (Any) -> Any]
