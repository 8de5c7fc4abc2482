%dw 2.0
output application/x-ndjson
---
[{a: 1, b: [1, null]}, "x", null]
