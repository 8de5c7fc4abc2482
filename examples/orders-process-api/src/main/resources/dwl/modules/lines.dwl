%dw 2.0

/** A list of things that have a sku as an object with the SKUs as keys. */
fun bySku(things) =
    things reduce ((thing, found = {}) -> found ++ {(thing.sku): thing})

/** One line a product, however often the customer put it in the basket; in the order of first appearance. */
fun merged(lines) =
    (lines distinctBy ((line) -> line.sku)) map ((line) -> {
        sku: line.sku,
        quantity: sum((lines filter ((other) -> other.sku == line.sku)).quantity)
    })
