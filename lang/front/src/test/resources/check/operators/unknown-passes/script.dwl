[payload + 1, 1 - payload.a, payload.a * payload.b, vars.x / 2, -payload]
