%dw 2.0
output application/json
import order from dwl::modules::shop
---
order(payload)
