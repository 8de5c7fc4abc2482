%dw 2.0
output application/json
---
{
    customerId: payload.customerId,
    lines: payload.items map ((item) -> {
        sku: item.sku,
        quantity: item.quantity
    }),
    delivery: payload.deliverTo
}
