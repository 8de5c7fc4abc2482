%dw 2.0
input payload application/xml streaming=true
output application/json
---
payload.root.*text map upper($)
