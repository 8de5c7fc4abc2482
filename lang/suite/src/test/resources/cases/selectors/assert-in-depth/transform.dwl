var order = {lines: [{sku: "a"}]}
---
order.lines[0].price!
