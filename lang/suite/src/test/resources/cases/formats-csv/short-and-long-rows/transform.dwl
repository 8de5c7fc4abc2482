%dw 2.0
output application/json
---
payload map {c: $.c, extra: $.column_3, keys: keysOf($)}
