%dw 2.0
output application/json
import product from dwl::modules::roastery
---
product(payload[0])
