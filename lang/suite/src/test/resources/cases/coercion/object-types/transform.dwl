type Item = {id: Number, tags?: Array<String>}
---
[{id: "7", name: "x"} as Item, {id: 7, tags: [1, true]} as Item, ["1", 2] as Array<Number>]
