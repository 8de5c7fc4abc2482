payload.price as Number
