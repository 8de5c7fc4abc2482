package dev.hinny.policies.ratelimiting;

import dev.hinny.gateway.api.Check;
import dev.hinny.gateway.api.Decision;
import dev.hinny.gateway.api.Exchange;
import dev.hinny.gateway.api.RequestExpression;
import dev.hinny.http.Response;

/** A limit that responses do not tell of. */
record SilentLimit(Limiter limiter, RequestExpression selector) implements Check {
    static final Response EXCEEDED = Response.json(429, "{\"error\":\"Quota has been exceeded\"}");
    private static final Decision REFUSE = Decision.refuse(EXCEEDED);

    @Override
    public Decision onRequest(Exchange exchange) {
        return limiter.tryAcquire(selector.value(exchange).orElse("")) ? Decision.CONTINUE : REFUSE;
    }
}
