package dev.hinny.plane.agent;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Growing pauses, spread at random so that replicas do not come back all at once. For one thread. */
final class Backoff {
    private final Duration first;
    private final Duration longest;
    private Duration next;

    Backoff(AgentOptions options) {
        this.first = options.firstPause();
        this.longest = options.longestPause();
        this.next = first;
    }

    void reset() {
        next = first;
    }

    /** Waits between half of the current pause and all of it. */
    void pause() throws InterruptedException {
        long nanos = next.toNanos();
        Thread.sleep(Duration.ofNanos(nanos / 2 + ThreadLocalRandom.current().nextLong(nanos / 2 + 1)));
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(longest) < 0 ? doubled : longest;
    }
}
