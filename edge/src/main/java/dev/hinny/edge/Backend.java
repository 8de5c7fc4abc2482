package dev.hinny.edge;

import dev.hinny.http.Destination;
import dev.hinny.http.TlsConfig;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A replica's address, how it has answered lately, and how many requests are at it. Lives on from table to table. One that
 * cannot be reached is set aside for a growing time, after which one request at a time tries it.
 */
final class Backend {
    private static final long FIRST_NANOS = 100_000_000;
    private static final int DOUBLINGS = 5;
    // The address comes in a verified snapshot; which certificate an application shows there is its own business.
    private static final TlsConfig TLS = TlsConfig.builder().insecure(true).build();

    private final EdgeConfig.Target target;
    private final Optional<Destination> destination;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicLong asideUntil = new AtomicLong();
    private volatile int failures;
    private long lastFailure;

    Backend(EdgeConfig.Target target) {
        this.target = target;
        this.destination = Optional.of(
                target.secure()
                        ? Destination.tls(target.host(), target.port(), TLS)
                        : Destination.plain(target.host(), target.port()));
    }

    EdgeConfig.Target target() {
        return target;
    }

    Optional<Destination> destination() {
        return destination;
    }

    int inFlight() {
        return inFlight.get();
    }

    void enter() {
        inFlight.incrementAndGet();
    }

    void leave() {
        inFlight.decrementAndGet();
    }

    /** Whether to ask it now; of those who come after its time aside is over, the first alone hears yes. */
    boolean available(long now) {
        if (failures == 0) {
            return true;
        }
        long until = asideUntil.get();
        return now - until >= 0 && asideUntil.compareAndSet(until, now + pause());
    }

    void answered() {
        if (failures != 0) {
            failures = 0;
        }
    }

    /** Requests that were under way when it failed for another one are of the same failure. */
    synchronized void failed(long chosenAt) {
        if (failures > 0 && chosenAt - lastFailure < 0) {
            return;
        }
        long now = System.nanoTime();
        lastFailure = now;
        failures = Math.min(failures + 1, DOUBLINGS + 1);
        asideUntil.set(now + pause());
    }

    private long pause() {
        return FIRST_NANOS << Math.clamp(failures - 1L, 0, DOUBLINGS);
    }
}
