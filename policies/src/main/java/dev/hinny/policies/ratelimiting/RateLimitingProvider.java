package dev.hinny.policies.ratelimiting;

import dev.hinny.gateway.api.Limit;
import dev.hinny.gateway.api.Policy;
import dev.hinny.gateway.api.PolicyContext;
import dev.hinny.gateway.api.PolicyProvider;
import dev.hinny.gateway.api.RequestExpression;
import java.util.List;
import java.util.Optional;

/** The policy {@code rate-limiting}. */
public final class RateLimitingProvider implements PolicyProvider<RateLimitingConfig> {
    private static final RequestExpression ONE_GROUP = new RequestExpression.Text(Optional.of(""));

    @Override
    public String id() {
        return "rate-limiting";
    }

    @Override
    public String version() {
        return "1.4.1";
    }

    @Override
    public String description() {
        return "Limits the number of requests in a window of time.";
    }

    @Override
    public Class<RateLimitingConfig> configuration() {
        return RateLimitingConfig.class;
    }

    @Override
    public Policy create(RateLimitingConfig config, PolicyContext context) {
        List<Limit> limits = config.rateLimits().stream()
                .map(r -> new Limit(r.maximumRequests(), r.timePeriodInMilliseconds()))
                .toList();
        Limiter limiter = new Limiter(limits, context.clock(), Limiter.MAX_KEYS);
        RequestExpression selector =
                config.keySelector().map(text -> selector(text, context)).orElse(ONE_GROUP);
        return config.exposeHeaders() ? new TellingLimit(limiter, selector) : new SilentLimit(limiter, selector);
    }

    private static RequestExpression selector(String text, PolicyContext context) {
        return RequestExpression.compile(text).orElseGet(() -> {
            context.problems()
                    .error(
                            "UNKNOWN-EXPRESSION",
                            context.place("keySelector"),
                            "found '" + text + "' for 'keySelector', which is none of the forms that are understood",
                            "write one of: " + String.join(", ", RequestExpression.FORMS));
            return ONE_GROUP;
        });
    }
}
