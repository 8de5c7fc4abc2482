%dw 2.0
output application/x-ndjson skipNullOn="everywhere"
---
[{a: null, b: [1, null]}, null]
