%dw 2.0
output application/java
import merged from dwl::modules::lines
---
{
    orderId: uuid(),
    customerId: payload.customerId,
    lines: merged(payload.lines),
    delivery: payload.delivery
}
