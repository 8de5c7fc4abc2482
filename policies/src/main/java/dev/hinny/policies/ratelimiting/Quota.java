package dev.hinny.policies.ratelimiting;

import dev.hinny.http.HeadersBuilder;

/**
 * What is left of a limit.
 *
 * @param limit requests of a whole window
 * @param remaining requests that the current window still has room for
 * @param resetMillis until the next window begins
 */
record Quota(long limit, long remaining, long resetMillis) {
    void tell(HeadersBuilder headers) {
        headers.set("x-ratelimit-limit", Long.toString(limit));
        headers.set("x-ratelimit-remaining", Long.toString(remaining));
        headers.set("x-ratelimit-reset", Long.toString(resetMillis));
    }
}
