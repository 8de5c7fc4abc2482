avg(payload.prices)
