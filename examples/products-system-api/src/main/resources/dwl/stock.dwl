%dw 2.0
output application/json
import stock from dwl::modules::roastery
---
stock(payload[0])
