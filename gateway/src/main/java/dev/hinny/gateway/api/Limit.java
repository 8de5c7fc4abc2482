package dev.hinny.gateway.api;

/**
 * At most so many requests in each window of time.
 *
 * @param maximumRequests 0 refuses every request
 * @param timePeriodInMilliseconds at least 1
 */
public record Limit(long maximumRequests, long timePeriodInMilliseconds) {
    public Limit {
        if (maximumRequests < 0 || timePeriodInMilliseconds < 1) {
            throw new IllegalArgumentException("found a limit of " + maximumRequests + " requests in "
                    + timePeriodInMilliseconds + " ms, expected at least 0 requests in at least 1 ms");
        }
    }
}
