package dev.hinny.policies.ratelimiting;

import dev.hinny.gateway.api.Limit;
import java.util.List;

/** The limits as arrays, shared by all groups. */
final class Windows {
    private final long[] nanos;
    private final long[] maxima;

    Windows(List<Limit> limits) {
        nanos = limits.stream()
                .mapToLong(l -> Math.multiplyExact(l.timePeriodInMilliseconds(), 1_000_000L))
                .toArray();
        maxima = limits.stream()
                .mapToLong(l -> Math.min(l.maximumRequests(), Integer.MAX_VALUE))
                .toArray();
    }

    int count() {
        return nanos.length;
    }

    long nanos(int i) {
        return nanos[i];
    }

    long maximum(int i) {
        return maxima[i];
    }
}
