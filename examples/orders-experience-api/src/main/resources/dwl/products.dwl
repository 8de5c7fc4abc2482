%dw 2.0
output application/json
import money, availability from dwl::modules::shop
var sorted = vars.catalogue orderBy ((product) -> product.name)
var last = vars.page.offset + vars.page.limit
---
{
    products: sorted filter ((product, index) -> index >= vars.page.offset and index < last) map ((product) -> {
        sku: product.sku,
        name: product.name,
        category: lower(product.category),
        origins: product.origin splitBy ", ",
        price: money(product.price.amount, product.price.currency),
        availability: availability(product.available)
    }),
    total: sizeOf(sorted),
    limit: vars.page.limit,
    offset: vars.page.offset
}
