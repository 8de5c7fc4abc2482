[5.a, true.b, "x".c, payload.a.b, now().year]
