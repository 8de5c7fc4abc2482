%dw 2.0
input payload application/xml streaming=true collectionPath="root.list"
output application/json
---
payload.root.list.*i map $.@n
