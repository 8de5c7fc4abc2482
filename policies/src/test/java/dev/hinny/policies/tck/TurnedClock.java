package dev.hinny.policies.tck;

import dev.hinny.gateway.api.Clock;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that only a test turns. */
public final class TurnedClock implements Clock {
    private final AtomicLong nanos = new AtomicLong(1L << 40);

    @Override
    public long nanos() {
        return nanos.get();
    }

    public void turn(long millis) {
        nanos.addAndGet(millis * 1_000_000);
    }
}
