package dev.hinny.plane.store;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes those who wait for something to happen; a signal between looking and waiting is not lost. */
public final class Signal {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition fired = lock.newCondition();
    private long count;

    /** What to pass to {@link #await}: take it before looking. */
    public long now() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    public void fire() {
        lock.lock();
        try {
            count++;
            fired.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns once there was a signal after {@code seen}, or the time is over. */
    public void await(long seen, Duration atMost) throws InterruptedException {
        long nanos = atMost.toNanos();
        lock.lock();
        try {
            while (count == seen && nanos > 0) {
                nanos = fired.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the time to pass: between two tries, or to let a burst of signals become one. */
    public static void pause(Duration time) throws InterruptedException {
        Signal never = new Signal();
        never.await(never.now(), time);
    }
}
