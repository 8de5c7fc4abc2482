package dev.hinny.lang.engine.value;

import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.EvaluationException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Evaluations that somebody may stop: by a time limit, or by interrupting the thread that evaluates. Calls of functions and
 * long loops ask {@link #check}, which costs next to nothing.
 */
public final class Watch {
    /** How long a stopped evaluation may take to notice. */
    private static final long GRACE_MILLIS = 500;

    private Watch() {}

    /** @throws EvaluationException when the evaluation of this thread is to end; the thread stays interrupted */
    public static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw stopped();
        }
    }

    private static EvaluationException stopped() {
        return Thread.currentThread() instanceof Watched
                ? EvaluationException.of("TIMED-OUT", "the script was stopped", "")
                : EvaluationException.of("STOPPED", "the script was stopped: its thread was interrupted", "");
    }

    /** The stream, which stops the writer of an evaluation that is to end. */
    public static OutputStream writing(OutputStream out) {
        return new CheckedOutput(out);
    }

    /** Called when an evaluation goes on although it was told to stop. */
    public interface Stuck {
        Stuck IGNORED = (thread, trace) -> {};

        void thread(Thread thread, StackTraceElement[] trace);
    }

    /**
     * Runs work on a thread of its own and stops it when it takes too long.
     *
     * @param milliseconds 0 for any time
     * @param stackSize bytes, 0 for the usual
     * @return the result of the work
     * @throws EvaluationException {@code TIMED-OUT} when it was stopped, with the place where it was
     */
    @SuppressWarnings({"unchecked", "NullAway"})
    public static <T> T run(Supplier<T> work, long milliseconds, long stackSize, Stuck stuck) {
        Watched thread = new Watched(work, stackSize);
        try {
            thread.start();
            thread.join(milliseconds);
            if (thread.isAlive()) {
                stop(thread, stuck);
                throw timedOut(milliseconds, thread.stoppedAt());
            }
        } catch (InterruptedException e) {
            stop(thread, stuck);
            Thread.currentThread().interrupt();
            EvaluationException stopped = stopped();
            SourceSpan place = thread.stoppedAt();
            throw place == null ? stopped : stopped.at(place);
        }
        return (T) thread.result();
    }

    private static EvaluationException timedOut(long milliseconds, @Nullable SourceSpan place) {
        EvaluationException e = EvaluationException.capacity(
                "TIMED-OUT",
                "the script took longer than " + milliseconds + " ms and was stopped",
                "give it more time, or less to do");
        return place == null ? e : e.at(place);
    }

    private static void stop(Watched thread, Stuck stuck) {
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
        private volatile @Nullable Object result;
        private volatile @Nullable Throwable failure;

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

        /** Where the evaluation noticed that it was to end; null when it did not, or does not know. */
        @Nullable
        SourceSpan stoppedAt() {
            return failure instanceof EvaluationException e && e.first().code().equals("TIMED-OUT")
                    ? e.first().place()
                    : null;
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

    /** Bytes on their way to somebody who may not want them any more. */
    private static final class CheckedOutput extends OutputStream {
        private final OutputStream out;

        CheckedOutput(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            check();
            out.write(bytes, offset, count);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
