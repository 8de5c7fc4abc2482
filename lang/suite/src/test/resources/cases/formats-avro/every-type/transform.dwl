%dw 2.0
output application/json
---
payload[0] mapObject ((v, k) -> {(k): {"type": typeOf(v), value: v}})
