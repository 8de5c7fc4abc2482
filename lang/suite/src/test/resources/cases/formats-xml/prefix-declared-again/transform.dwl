%dw 2.0
output application/json
---
(payload.r pluck $$) map {name: $ as String, uri: $.#}
