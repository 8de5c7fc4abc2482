package dev.hinny.runtime.engine.graph;

import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts what an application has in flight, and runs what it does on the side, on virtual threads. Thread-safe. */
public final class Work {
    private final ThreadFactory threads;
    private final AtomicLong running = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private volatile boolean awaited;

    /** @param application names the threads */
    public Work(String application) {
        this.threads = Thread.ofVirtual().name(application + "-", 0).factory();
    }

    public void enter() {
        running.incrementAndGet();
    }

    public void exit() {
        if (running.decrementAndGet() == 0 && awaited) {
            lock.lock();
            try {
                idle.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /** Runs a task on a thread of its own; it counts as in flight from now on. */
    public Thread fork(Runnable task) {
        enter();
        Thread thread = threads.newThread(() -> {
            try {
                task.run();
            } finally {
                exit();
            }
        });
        thread.start();
        return thread;
    }

    public ThreadFactory threads() {
        return threads;
    }

    public long running() {
        return running.get();
    }

    /** Waits until nothing is in flight; false when the time is up or the waiting thread is interrupted. */
    public boolean awaitIdle(Duration time) {
        long left = time.toNanos();
        lock.lock();
        try {
            awaited = true;
            while (running.get() > 0 && left > 0) {
                left = idle.awaitNanos(left);
            }
            return running.get() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
