type Node = {value: Number, next?: Node, all?: Array<Node>, by?: (Node) -> Node} | Null
---
[{value: 1, next: {value: 2, all: [null]}} is Node, {value: 1, next: {value: "2"}} is Node, null is Node]
