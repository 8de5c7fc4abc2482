package dev.hinny.lang.tools;

import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

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
     * @throws ProblemException {@code TIMEOUT} when the work has not ended by then
     * @throws InterruptedException when the waiting thread is interrupted; the work is then, too
     */
    static <T> T run(Callable<T> work, Duration limit) throws Exception {
        Running<T> running = start(work);
        try {
            return limit.isPositive()
                    ? running.result().get(limit.toMillis(), TimeUnit.MILLISECONDS)
                    : running.result().get();
        } catch (TimeoutException e) {
            running.thread().interrupt();
            throw new ProblemException(
                    Problem.error(
                            "TIMEOUT",
                            null,
                            "the script did not end within " + Seconds.text(limit) + " s",
                            "give it more time with --timeout"),
                    e);
        } catch (InterruptedException e) {
            running.thread().interrupt();
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }
}
