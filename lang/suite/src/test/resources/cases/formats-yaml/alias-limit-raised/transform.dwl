%dw 2.0
input payload application/yaml maxEntityCount=2
output application/json
---
payload.c
