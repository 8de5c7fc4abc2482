%dw 2.0
output application/json; charset=UTF-8 indent=false
---
1
