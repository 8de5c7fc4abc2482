package dev.hinny.lang.server;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.lsp4j.jsonrpc.CompletableFutures;

/** One thread that answers questions in their order; its stack is deep, since scripts nest. */
final class Work implements AutoCloseable {
    private static final long STACK = 64L << 20;

    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(null, task, "language-server", STACK);
        thread.setDaemon(true);
        return thread;
    });

    Work() {
        executor.setRemoveOnCancelPolicy(true);
    }

    /** An answer, unless the client takes its question back before it is begun. */
    <T> CompletableFuture<T> answer(Supplier<T> question) {
        return CompletableFutures.computeAsync(executor, cancel -> {
            cancel.checkCanceled();
            return question.get();
        });
    }

    ScheduledFuture<?> later(Runnable task, long millis) {
        return executor.schedule(task, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
