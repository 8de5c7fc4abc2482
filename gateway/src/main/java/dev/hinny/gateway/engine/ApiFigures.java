package dev.hinny.gateway.engine;

import java.util.Map;

/** What an API's counters stood at: totals since the process began, in flight ones counted in {@link #requests} only. */
public final class ApiFigures {
    static final int BUCKETS = 25;

    private final long requests;
    private final long[] statuses;
    private final Map<String, Long> refusals;
    private final long[] latencies;

    ApiFigures(long requests, long[] statuses, Map<String, Long> refusals, long[] latencies) {
        this.requests = requests;
        this.statuses = statuses;
        this.refusals = Map.copyOf(refusals);
        this.latencies = latencies;
    }

    static int bucket(long micros) {
        return Math.min(BUCKETS - 1, Long.SIZE - Long.numberOfLeadingZeros(Math.max(0, micros)));
    }

    public long requests() {
        return requests;
    }

    /** Responses of a class, 2 for 2xx and so on; 0 for exchanges that broke off before a response. */
    public long responses(int statusClass) {
        return statuses[statusClass];
    }

    /** How many requests each policy has answered itself, by policy id. */
    public Map<String, Long> refusals() {
        return refusals;
    }

    /** How many exchanges are finished. */
    public long finished() {
        long sum = 0;
        for (long count : latencies) {
            sum += count;
        }
        return sum;
    }

    /**
     * An upper bound, within a factor of two, of the time in microseconds that the given share of exchanges took.
     *
     * @param share 0.5 for the median
     */
    public long latencyMicros(double share) {
        long rank = (long) Math.ceil(share * finished());
        long seen = 0;
        for (int i = 0; i < latencies.length; i++) {
            seen += latencies[i];
            if (seen >= rank && seen > 0) {
                return 1L << i;
            }
        }
        return 0;
    }
}
