var customer = {name: "x", address: {street: "y"}}
---
[customer.nam, customer.address.stret, customer.name]
