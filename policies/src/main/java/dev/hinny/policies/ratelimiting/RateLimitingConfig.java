package dev.hinny.policies.ratelimiting;

import dev.hinny.gateway.api.config.Setting;
import java.util.List;
import java.util.Optional;

/** The limits, and for whom they are counted. */
public record RateLimitingConfig(
        @Setting("The limits; a request must have room in each of them.") List<RateLimit> rateLimits,
        @Setting("Groups requests by its value, each group with counters of its own; absent, all are one group.")
                Optional<String> keySelector,
        @Setting(value = "Whether responses tell the state of the limit.", defaultValue = "false")
                boolean exposeHeaders,
        @Setting(value = "Whether the replicas of an application share the quota.", defaultValue = "true")
                boolean clusterizable) {
    public RateLimitingConfig {
        if (rateLimits.isEmpty()) {
            throw new IllegalArgumentException("found no entry in 'rateLimits', expected at least one");
        }
    }

    /** One limit. */
    public record RateLimit(
            @Setting("How many requests a window has room for.") int maximumRequests,
            @Setting("Length of the window in milliseconds.") long timePeriodInMilliseconds) {
        public RateLimit {
            if (maximumRequests < 1) {
                throw new IllegalArgumentException(
                        "found " + maximumRequests + " for 'maximumRequests', expected at least 1");
            }
            if (timePeriodInMilliseconds < 1 || timePeriodInMilliseconds > MOST_MILLIS) {
                throw new IllegalArgumentException("found " + timePeriodInMilliseconds
                        + " for 'timePeriodInMilliseconds', expected 1 to " + MOST_MILLIS);
            }
        }

        private static final long MOST_MILLIS = 100L * 365 * 24 * 3600 * 1000;
    }
}
