[payload.a.b.c, payload.a[0].b, payload.a.*b, payload.a..b, payload.a.@x, payload.a.&b, payload.a[?($ == 1)], payload.a[-1 to 0], payload.a.#]
