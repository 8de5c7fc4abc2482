%dw 2.0
output application/java
import bySku from dwl::modules::lines
var catalogue = bySku(payload) default {}
---
vars.draft.lines map ((line) -> do {
    var product = catalogue[line.sku]
    ---
    if (product == null)
        line
    else
        line ++ {
            name: product.name,
            price: product.price.amount,
            currency: product.price.currency,
            available: product.available,
            amount: product.price.amount * line.quantity
        }
})
