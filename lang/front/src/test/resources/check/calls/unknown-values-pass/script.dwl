[upper(payload), sqrt(payload.a), payload joinBy vars.b, sum(payload.items.price)]
