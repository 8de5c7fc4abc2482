type Closed = {| a: Number, b?: String |}
type Ordered = {- a: Number, b: String -}
type Many = {a*: Number}
type Rest = {a: String, _: Number}
---
[{a: 1} is Closed, {a: 1, c: 2} is Closed, {a: 1, b: "x"} is Ordered, {b: "x", a: 1} is Ordered, {a: 1, a: 2} is Many, {a: 1, a: 2} is {a: Number}, {} is Many, {a: "x", n: 1} is Rest]
