type Level = "low" | "high" | 3
type Named = {name: String}
type Aged = {age: Number}
type Both = Named & Aged
---
["low" is Level, "mid" is Level, 3 is Level, 4 is Level, {name: "a", age: 1} is Both, {name: "a"} is Both, null is String | Null, 1 is (String | Null)]
