%dw 2.0
input payload application/xlsx header=false
output application/json
---
payload.D[0] mapObject ((v, k) -> {(k): [typeOf(v), v]})
