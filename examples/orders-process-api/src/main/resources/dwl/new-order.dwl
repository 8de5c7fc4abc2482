%dw 2.0
output application/json
---
{
    orderId: vars.draft.orderId,
    customerId: vars.draft.customerId,
    lines: vars.lines map ((line) -> {
        sku: line.sku,
        name: line.name,
        quantity: line.quantity,
        price: line.price,
        amount: line.amount
    }),
    delivery: vars.draft.delivery,
    subtotal: vars.subtotal,
    shipping: vars.shipping,
    total: vars.subtotal + vars.shipping,
    currency: vars.lines[0].currency
}
