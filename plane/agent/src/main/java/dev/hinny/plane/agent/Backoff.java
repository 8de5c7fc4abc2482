package dev.hinny.plane.agent;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Growing pauses, spread at random so that replicas do not come back all at once. For one thread. */
final class Backoff {
    private final Duration first;
    private final Duration longest;
    private final CountDownLatch ended;
    private Duration next;

    /** @param ended cuts pauses short */
    Backoff(AgentOptions options, CountDownLatch ended) {
        this.first = options.firstPause();
        this.longest = options.longestPause();
        this.ended = ended;
        this.next = first;
    }

    void reset() {
        next = first;
    }

    /** Waits the shortest pause without growing. */
    void breathe() throws InterruptedException {
        await(first.toNanos());
    }

    /**
     * Waits between half of the current pause and all of it.
     *
     * @throws InterruptedException when the agent ends
     */
    void pause() throws InterruptedException {
        long nanos = next.toNanos();
        long pause = nanos / 2 + ThreadLocalRandom.current().nextLong(nanos / 2 + 1);
        await(pause);
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(longest) < 0 ? doubled : longest;
    }

    private void await(long nanos) throws InterruptedException {
        if (ended.await(nanos, TimeUnit.NANOSECONDS)) {
            throw new InterruptedException("the agent ends");
        }
    }
}
