package dev.hinny.policies.ratelimiting;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The counters of one group: a slot a limit, which holds the number of the window it counts in (upper half) and the count
 * (lower half). Windows follow each other from the first request on. Lock-free.
 */
final class Counters {
    static final int ACCEPTED = -1;
    static final int GONE = -2;

    private static final long RETIRED = -1L;
    private static final int WINDOW_MASK = 0x7fffffff;

    private final Windows windows;
    private final long origin;
    private final AtomicLongArray slots;

    Counters(Windows windows, long now) {
        this.windows = windows;
        this.origin = now;
        this.slots = new AtomicLongArray(windows.count());
    }

    /** Counts a request in every limit, or in none. {@link #ACCEPTED}, {@link #GONE}, or the limit that is used up. */
    int acquire(long now) {
        for (int i = 0; i < windows.count(); i++) {
            int taken = take(i, now);
            if (taken != ACCEPTED) {
                for (int j = 0; j < i; j++) {
                    giveBack(j, now);
                }
                return taken;
            }
        }
        return ACCEPTED;
    }

    private int take(int i, long now) {
        while (true) {
            long value = slots.get(i);
            if (value == RETIRED) {
                return GONE;
            }
            int window = window(i, now, value);
            long count = windowOf(value) == window ? countOf(value) : 0;
            if (count >= windows.maximum(i)) {
                return i;
            }
            if (slots.compareAndSet(i, value, pack(window, count + 1))) {
                return ACCEPTED;
            }
        }
    }

    private void giveBack(int i, long now) {
        while (true) {
            long value = slots.get(i);
            boolean mine = value != RETIRED && windowOf(value) == window(i, now, value) && countOf(value) > 0;
            if (!mine || slots.compareAndSet(i, value, value - 1)) {
                return;
            }
        }
    }

    /** The limit with the least room, the longest waiting one of several. */
    Quota tightest(long now) {
        Quota tightest = quota(0, now);
        for (int i = 1; i < windows.count(); i++) {
            Quota other = quota(i, now);
            if (other.remaining() < tightest.remaining()
                    || other.remaining() == tightest.remaining() && other.resetMillis() > tightest.resetMillis()) {
                tightest = other;
            }
        }
        return tightest;
    }

    Quota quota(int i, long now) {
        long value = slots.get(i);
        int window = window(i, now, value);
        long count = value != RETIRED && windowOf(value) == window ? countOf(value) : 0;
        long period = windows.nanos(i);
        long left = period - Math.floorMod(now - origin, period);
        return new Quota(windows.maximum(i), windows.maximum(i) - count, (left + 999_999) / 1_000_000);
    }

    /** Gives the group up when no window has a count. No request is counted here afterwards. */
    boolean retire(long now) {
        for (int i = 1; i < windows.count(); i++) {
            long value = slots.get(i);
            if (countOf(value) > 0 && windowOf(value) == window(i, now, value)) {
                return false;
            }
        }
        long first = slots.get(0);
        boolean idle = first != RETIRED && windowOf(first) != window(0, now, first);
        return idle && slots.compareAndSet(0, first, RETIRED);
    }

    /** The window of a time; the slot's own where another thread has seen a later time already. */
    private int window(int i, long now, long value) {
        int window = (int) ((now - origin) / windows.nanos(i)) & WINDOW_MASK;
        int ahead = (windowOf(value) - window) & WINDOW_MASK;
        return ahead > 0 && ahead < WINDOW_MASK / 2 ? windowOf(value) : window;
    }

    private static int windowOf(long value) {
        return (int) (value >>> 32) & WINDOW_MASK;
    }

    private static long countOf(long value) {
        return value & 0xffffffffL;
    }

    private static long pack(int window, long count) {
        return (long) window << 32 | count;
    }
}
