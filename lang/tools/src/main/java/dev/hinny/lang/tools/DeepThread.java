package dev.hinny.lang.tools;

import dev.hinny.base.ProblemException;
import dev.hinny.lang.engine.value.Watch;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Work on a thread with a deep stack, for scripts that recurse, with an end to waiting. */
public final class DeepThread {
    private static final long STACK = 64L << 20;

    private DeepThread() {}

    /** Work that is under way. */
    public record Running<T>(Thread thread, CompletableFuture<T> result) {
        /** Asks the work to end, and stops waiting for it. */
        public void cancel() {
            result.cancel(false);
            thread.interrupt();
        }
    }

    /** Also a stack overflow or too little memory must end the waiting. */
    @SuppressWarnings("CatchingUnchecked")
    public static <T> Running<T> start(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Runnable body = () -> {
            try {
                result.complete(work.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        };
        Thread thread = new Thread(null, body, "script", STACK);
        thread.setDaemon(true);
        thread.start();
        return new Running<>(thread, result);
    }

    /**
     * The result of the work.
     *
     * @param limit how long to wait, zero for as long as it takes
     * @throws ProblemException {@code TIMED-OUT} when the work has not ended by then
     */
    static <T> T run(Callable<T> work, Duration limit) throws Exception {
        try {
            return Watch.run(() -> call(work), limit.toMillis(), STACK, Watch.Stuck.IGNORED);
        } catch (Checked e) {
            throw e.failure;
        }
    }

    private static <T> T call(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new Checked(e);
        }
    }

    /** Carries a checked exception from one thread to the other. */
    private static final class Checked extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final Exception failure;

        Checked(Exception failure) {
            super(failure);
            this.failure = failure;
        }
    }
}
