[payload, typeOf(payload)]
