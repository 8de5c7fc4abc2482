{o: payload.o, a: payload.a, none: payload.a[0], sizes: [sizeOf(payload.o), sizeOf(payload.a)]}
