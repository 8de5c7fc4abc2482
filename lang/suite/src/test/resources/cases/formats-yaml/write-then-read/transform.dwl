%dw 2.0
output application/json
var text = write(payload, "application/yaml")
---
read(text, "application/yaml") == payload
