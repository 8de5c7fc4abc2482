%dw 2.0
output application/json
import order from dwl::modules::shop
---
{
    orders: payload map ((found) -> order(found)),
    total: sizeOf(payload)
}
