%dw 2.0
output application/x-binary
---
"plain"
