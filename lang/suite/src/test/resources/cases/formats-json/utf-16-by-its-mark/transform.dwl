payload.a
