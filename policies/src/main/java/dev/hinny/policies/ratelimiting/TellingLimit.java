package dev.hinny.policies.ratelimiting;

import dev.hinny.gateway.api.Decision;
import dev.hinny.gateway.api.Exchange;
import dev.hinny.gateway.api.RequestExpression;
import dev.hinny.gateway.api.ResponseCheck;
import dev.hinny.gateway.api.ResponseView;
import dev.hinny.http.Attribute;
import dev.hinny.http.HeadersBuilder;

/** A limit whose state stands in the headers of each response. */
final class TellingLimit implements ResponseCheck {
    private final Limiter limiter;
    private final RequestExpression selector;
    private final Attribute<Quota> quota = Attribute.named("quota");

    TellingLimit(Limiter limiter, RequestExpression selector) {
        this.limiter = limiter;
        this.selector = selector;
    }

    @Override
    public Decision onRequest(Exchange exchange) {
        Limiter.Verdict verdict = limiter.acquire(selector.value(exchange).orElse(""));
        if (verdict.accepted()) {
            exchange.attribute(quota, verdict.quota());
            return Decision.CONTINUE;
        }
        HeadersBuilder headers = SilentLimit.EXCEEDED.headers().toBuilder();
        verdict.quota().tell(headers);
        return Decision.refuse(SilentLimit.EXCEEDED.withHeaders(headers.build()));
    }

    @Override
    public void onResponse(Exchange exchange, ResponseView response) {
        exchange.attribute(quota).ifPresent(q -> q.tell(response.headers()));
    }
}
