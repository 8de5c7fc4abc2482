import * from dw::Runtime
output application/json
var a = 123
fun twice(n) = n * 2
---
[locationString(a), locationString(twice), location(a).locationString, location(sqrt).sourceIdentifier, location(1 + 2).start, locationString("x" ++ "y")]
