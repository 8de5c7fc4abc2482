%dw 2.0
input payload application/xml collectionPath="root.nothing"
output application/json
---
payload.root.list.*i
