%dw 2.0
output application/x-ndjson writeAttributes=true
---
[{a @(id: 1): "x"}]
