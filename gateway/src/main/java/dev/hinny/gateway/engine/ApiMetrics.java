package dev.hinny.gateway.engine;

import dev.hinny.http.ExchangeEnd;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** Counts the requests of an API since the process began, over all snapshots. Thread-safe; counting does not allocate. */
final class ApiMetrics implements Consumer<ExchangeEnd> {
    private static final int CLASSES = 6;

    private final LongAdder requests = new LongAdder();
    private final LongAdder[] statuses = adders(CLASSES);
    private final LongAdder[] latencies = adders(ApiFigures.BUCKETS);
    private final Map<String, LongAdder> refusals = new ConcurrentHashMap<>();

    private static LongAdder[] adders(int count) {
        LongAdder[] adders = new LongAdder[count];
        for (int i = 0; i < count; i++) {
            adders[i] = new LongAdder();
        }
        return adders;
    }

    void began() {
        requests.increment();
    }

    /** Shared by all bindings of the policy. */
    LongAdder refusals(String policy) {
        return refusals.computeIfAbsent(policy, p -> new LongAdder());
    }

    @Override
    public void accept(ExchangeEnd end) {
        int statusClass = end.status() / 100;
        statuses[statusClass < CLASSES ? statusClass : 0].increment();
        latencies[ApiFigures.bucket(end.duration().toNanos() / 1000)].increment();
    }

    ApiFigures figures() {
        Map<String, Long> refused = new TreeMap<>();
        refusals.forEach((policy, count) -> refused.put(policy, count.sum()));
        return new ApiFigures(requests.sum(), sums(statuses), refused, sums(latencies));
    }

    private static long[] sums(LongAdder[] adders) {
        long[] sums = new long[adders.length];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = adders[i].sum();
        }
        return sums;
    }
}
