%dw 2.0
output application/json
import bySku from dwl::modules::lines
// The result of a scatter-gather: one message a route, by its number.
var products = payload."0".payload
var stock = bySku(payload."1".payload)
---
products map ((product) ->
    product ++ {
        available: stock[product.sku].available default 0
    })
