%dw 2.0

/** How the shop writes things for people. */
fun money(amount, currency) = {
    amount: amount,
    currency: currency,
    text: (amount as String {format: "0.00"}) ++ " " ++ currency
}

fun availability(bags) =
    if (bags <= 0) "SOLD_OUT"
    else if (bags < 10) "FEW_LEFT"
    else "IN_STOCK"

fun order(found) = {
    id: found.orderId,
    status: lower(found.status),
    placedAt: found.placedAt,
    items: found.lines map ((line) -> {
        sku: line.sku,
        name: line.name,
        quantity: line.quantity,
        price: money(line.price, found.currency)
    }),
    itemCount: sum(found.lines.quantity),
    shipping: money(found.shipping, found.currency),
    total: money(found.total, found.currency),
    deliverTo: found.delivery
}
