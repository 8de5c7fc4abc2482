%dw 2.0

/** Rows of the roastery database as this API shows them. */
fun product(row) = {
    sku: row.sku,
    name: row.name,
    category: row.category,
    origin: row.origin,
    price: {
        amount: row.price,
        currency: row.currency
    }
}

fun stock(row) = {
    sku: row.sku,
    available: row.available,
    reserved: row.reserved,
    reorderLevel: row.reorder_level
}

fun order(row) = {
    orderId: row.id,
    customerId: row.customer_id,
    status: row.status,
    lines: read(row.lines, "application/json"),
    delivery: read(row.delivery, "application/json"),
    subtotal: row.subtotal,
    shipping: row.shipping,
    total: row.total,
    currency: row.currency,
    placedAt: row.placed_at
}
