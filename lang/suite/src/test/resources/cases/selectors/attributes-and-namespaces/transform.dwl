output application/json
ns s http://shop
---
{id: payload.s#order.@id, all: payload.order.@, items: payload.order.*item.@n, uri: payload.order.#, other: payload.order.s#item, text: payload.order.item}
