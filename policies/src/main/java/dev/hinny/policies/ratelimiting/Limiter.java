package dev.hinny.policies.ratelimiting;

import dev.hinny.gateway.api.Clock;
import dev.hinny.gateway.api.Limit;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Counts requests by key in fixed windows. Thread-safe and lock-free. Keys cost memory only up to a bound: idle ones are
 * forgotten, and while the bound is reached further keys share one set of counters, so a flood of made-up keys is limited
 * instead of stored.
 */
final class Limiter {
    static final int MAX_KEYS = 100_000;

    private static final int MAX_KEY_LENGTH = 128;
    private static final int LOOK_AT = 8;
    private static final int LOOK_AT_WHEN_FULL = 64;

    private final Windows windows;
    private final Clock clock;
    private final int maxKeys;
    private final ConcurrentHashMap<String, Counters> byKey = new ConcurrentHashMap<>();
    private final Counters overflow;
    private final AtomicBoolean sweeping = new AtomicBoolean();
    private Iterator<Map.Entry<String, Counters>> sweep;

    Limiter(List<Limit> limits, Clock clock, int maxKeys) {
        this.windows = new Windows(limits);
        this.clock = clock;
        this.maxKeys = maxKeys;
        this.overflow = new Counters(windows, clock.nanos());
        this.sweep = byKey.entrySet().iterator();
    }

    /** Whether there is room for a request; then it is counted. */
    boolean tryAcquire(String key) {
        long now = clock.nanos();
        String name = bounded(key);
        while (true) {
            int verdict = counters(name, now).acquire(now);
            if (verdict != Counters.GONE) {
                return verdict == Counters.ACCEPTED;
            }
        }
    }

    /** As {@link #tryAcquire}, and tells what is left: of the limit that is used up, or else of the tightest one. */
    Verdict acquire(String key) {
        long now = clock.nanos();
        String name = bounded(key);
        while (true) {
            Counters counters = counters(name, now);
            int verdict = counters.acquire(now);
            if (verdict != Counters.GONE) {
                boolean accepted = verdict == Counters.ACCEPTED;
                return new Verdict(accepted, accepted ? counters.tightest(now) : counters.quota(verdict, now));
            }
        }
    }

    record Verdict(boolean accepted, Quota quota) {}

    int keys() {
        return (int) byKey.mappingCount();
    }

    private Counters counters(String key, long now) {
        Counters known = byKey.get(key);
        return known != null ? known : fresh(key, now);
    }

    private Counters fresh(String key, long now) {
        boolean full = byKey.mappingCount() >= maxKeys;
        forget(full ? LOOK_AT_WHEN_FULL : LOOK_AT, now);
        if (full && byKey.mappingCount() >= maxKeys) {
            return overflow;
        }
        Counters mine = new Counters(windows, now);
        Counters other = byKey.putIfAbsent(key, mine);
        return other == null ? mine : other;
    }

    /** Looks at the next few keys and drops the idle ones; each new key pays for that, so no request pays for all. */
    private void forget(int atMost, long now) {
        if (!sweeping.compareAndSet(false, true)) {
            return;
        }
        try {
            for (int i = 0; i < atMost; i++) {
                if (!sweep.hasNext()) {
                    sweep = byKey.entrySet().iterator();
                    if (!sweep.hasNext()) {
                        return;
                    }
                }
                Map.Entry<String, Counters> entry = sweep.next();
                if (entry.getValue().retire(now)) {
                    byKey.remove(entry.getKey(), entry.getValue());
                }
            }
        } finally {
            sweeping.set(false);
        }
    }

    private static String bounded(String key) {
        if (key.length() <= MAX_KEY_LENGTH) {
            return key;
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
