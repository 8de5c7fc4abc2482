package dev.hinny.policies.ratelimiting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.gateway.api.Limit;
import dev.hinny.policies.tck.TurnedClock;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimiterTest {
    private final TurnedClock clock = new TurnedClock();

    /** An independent library's fixed windows: buckets that are filled up once a period from their beginning on. */
    private Bucket bucket(List<Limit> limits) {
        var builder = Bucket.builder().withCustomTimePrecision(new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return clock.nanos();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        });
        for (Limit limit : limits) {
            builder.addLimit(Bandwidth.builder()
                    .capacity(limit.maximumRequests())
                    .refillIntervally(limit.maximumRequests(), Duration.ofMillis(limit.timePeriodInMilliseconds()))
                    .build());
        }
        return builder.build();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void decidesAsAnIndependentLimiterDoes(long seed) {
        Random random = new Random(seed);
        List<Limit> limits = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            limits.add(new Limit(1 + random.nextInt(8), 1 + random.nextInt(200)));
        }
        Limiter limiter = new Limiter(limits, clock, Limiter.MAX_KEYS);
        Map<String, Bucket> buckets = new HashMap<>();
        // all keys from the beginning on: a key that comes later makes idle ones be forgotten, and their windows begin anew
        for (int i = 0; i < 3; i++) {
            Bucket bucket = bucket(limits);
            buckets.put("k" + i, bucket);
            assertThat(limiter.tryAcquire("k" + i)).isEqualTo(bucket.tryConsume(1));
        }
        for (int step = 0; step < 3000; step++) {
            clock.turn(random.nextInt(4) == 0 ? random.nextInt(100) : random.nextInt(3));
            String key = "k" + random.nextInt(3);
            boolean expected = buckets.get(key).tryConsume(1);
            Limiter.Verdict verdict = limiter.acquire(key);
            assertThat(verdict.accepted()).as("seed %d, step %d, %s", seed, step, limits).isEqualTo(expected);
            assertThat(verdict.quota().remaining()).isBetween(0L, verdict.quota().limit());
            assertThat(verdict.quota().resetMillis()).isPositive();
        }
    }

    @Test
    void severalThreadsTogetherGetExactlyTheQuotaOfEachWindow() throws Exception {
        Limiter limiter = new Limiter(List.of(new Limit(100, 10), new Limit(1000, 100)), clock, Limiter.MAX_KEYS);
        try (var pool = Executors.newFixedThreadPool(4)) {
            for (int window = 0; window < 30; window++) {
                AtomicInteger accepted = new AtomicInteger();
                Callable<Void> client = () -> {
                    for (int i = 0; i < 200; i++) {
                        if (limiter.tryAcquire("k")) {
                            accepted.incrementAndGet();
                        }
                    }
                    return null;
                };
                for (Future<Void> each : pool.invokeAll(List.of(client, client, client, client))) {
                    each.get();
                }
                assertThat(accepted).hasValue(100);
                clock.turn(10);
            }
        }
    }

    @Test
    void idleKeysAreForgottenAndAFloodOfKeysIsBounded() {
        Limiter limiter = new Limiter(List.of(new Limit(2, 1000)), clock, 100);
        int accepted = 0;
        for (int i = 0; i < 10_000; i++) {
            accepted += limiter.tryAcquire("made-up-" + i) ? 1 : 0;
        }
        assertThat(limiter.keys()).isEqualTo(100);
        assertThat(accepted).isEqualTo(102);
        clock.turn(1000);
        for (int i = 0; i < 50; i++) {
            assertThat(limiter.tryAcquire("later-" + i)).isTrue();
        }
        assertThat(limiter.keys()).isLessThanOrEqualTo(100);
        clock.turn(1000);
        for (int i = 0; i < 10; i++) {
            clock.turn(1000);
            for (int j = 0; j < 4; j++) {
                limiter.tryAcquire("few-" + i + "-" + j);
            }
        }
        assertThat(limiter.keys()).isLessThan(20);
    }

    @Test
    void forgettingNeverGivesAKeyMoreThanItsQuota() throws Exception {
        Limiter limiter = new Limiter(List.of(new Limit(5, 1000)), clock, 4);
        try (var pool = Executors.newFixedThreadPool(4)) {
            for (int round = 0; round < 200; round++) {
                clock.turn(1000);
                AtomicInteger accepted = new AtomicInteger();
                Callable<Void> regular = () -> {
                    for (int i = 0; i < 20; i++) {
                        if (limiter.tryAcquire("regular")) {
                            accepted.incrementAndGet();
                        }
                    }
                    return null;
                };
                int base = round * 100;
                Callable<Void> flood = () -> {
                    for (int i = 0; i < 20; i++) {
                        limiter.tryAcquire("x" + (base + i));
                    }
                    return null;
                };
                for (Future<Void> each : pool.invokeAll(List.of(regular, flood, regular, flood))) {
                    each.get();
                }
                // its own quota, and at most what is left of the shared one
                assertThat(accepted.get()).isLessThanOrEqualTo(10);
            }
        }
    }

    @Test
    void longKeysAreKeptByTheirHash() {
        Limiter limiter = new Limiter(List.of(new Limit(1, 1000)), clock, 10);
        assertThat(limiter.tryAcquire("a".repeat(10_000))).isTrue();
        assertThat(limiter.tryAcquire("a".repeat(10_000))).isFalse();
        assertThat(limiter.tryAcquire("a".repeat(10_001))).isTrue();
    }

    @Test
    void aKeyThatWasIdleForVeryLongStartsAfresh() {
        Limiter limiter = new Limiter(List.of(new Limit(1, 1)), clock, 10);
        for (long pause : new long[] {1, 1L << 20, 1L << 31, (1L << 31) + 1, 1L << 33}) {
            limiter.tryAcquire("k");
            assertThat(limiter.tryAcquire("k")).isFalse();
            clock.turn(pause);
            // a whole turn of the window counter looks like the same window
            assertThat(limiter.tryAcquire("k")).isEqualTo(pause % (1L << 31) != 0);
            clock.turn(1);
        }
    }
}
