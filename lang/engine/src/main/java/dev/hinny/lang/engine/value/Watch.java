package dev.hinny.lang.engine.value;

import dev.hinny.lang.engine.EvaluationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Evaluations that somebody may stop. Calls of functions and long loops ask {@link #check}, which costs next to nothing while
 * no evaluation is watched.
 */
public final class Watch {
    private static final Object LOCK = new Object();

    /** How long a stopped evaluation may take to notice. */
    private static final long GRACE_MILLIS = 500;

    /** How many evaluations are watched. A watched thread sees its own count, for it starts after the count is raised. */
    private static int watched;

    private Watch() {}

    /** @throws EvaluationException when the evaluation of this thread is to end */
    public static void check() {
        if (watched != 0 && Thread.currentThread() instanceof Watched thread && thread.stopped) {
            throw stopped();
        }
    }

    private static EvaluationException stopped() {
        return EvaluationException.of("TIMED-OUT", "the script was stopped", "");
    }

    /** Called when an evaluation goes on although it was told to stop. */
    public interface Stuck {
        void thread(Thread thread, StackTraceElement[] trace);
    }

    /**
     * Runs work on a thread of its own and stops it when it takes too long.
     *
     * @param milliseconds 0 for any time
     * @param stackSize bytes, 0 for the usual
     * @return the result of the work; null when it was stopped
     */
    public static <T> @Nullable T run(Supplier<T> work, long milliseconds, long stackSize, Stuck stuck) {
        Watched thread = new Watched(work, stackSize);
        count(1);
        try {
            thread.start();
            thread.join(milliseconds);
            if (thread.isAlive()) {
                stop(thread, stuck);
                return null;
            }
        } catch (InterruptedException e) {
            stop(thread, stuck);
            Thread.currentThread().interrupt();
            check();
            throw EvaluationException.of("INTERRUPTED", "the thread was interrupted while another script ran", "");
        } finally {
            count(-1);
        }
        @SuppressWarnings("unchecked")
        T result = (T) thread.result();
        return result;
    }

    private static void count(int change) {
        synchronized (LOCK) {
            watched += change;
        }
    }

    private static void stop(Watched thread, Stuck stuck) {
        thread.stopped = true;
        thread.interrupt();
        try {
            thread.join(GRACE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            stuck.thread(thread, thread.getStackTrace());
        }
    }

    /** The thread of a watched evaluation. */
    private static final class Watched extends Thread {
        private final Supplier<?> work;
        private volatile boolean stopped;
        private @Nullable Object result;
        private @Nullable Throwable failure;

        Watched(Supplier<?> work, long stackSize) {
            super(null, null, "script-" + System.identityHashCode(work), stackSize);
            this.work = work;
            setDaemon(true);
        }

        @Override
        public void run() {
            try {
                result = work.get();
            } catch (RuntimeException | Error e) {
                failure = e;
            }
        }

        @Nullable
        Object result() {
            switch (failure) {
                case null -> {}
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                default -> throw new IllegalStateException(failure);
            }
            return result;
        }
    }
}
