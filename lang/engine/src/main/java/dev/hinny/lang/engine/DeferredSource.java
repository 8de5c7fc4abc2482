package dev.hinny.lang.engine;

import dev.hinny.lang.engine.format.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Bytes that are made while they are read, anew each time: for {@code deferred=true}. */
final class DeferredSource implements ByteSource {
    private static final int CHUNKS_AHEAD = 4;
    private static final byte[] END = {};

    private final Consumer<OutputStream> writer;

    /** @param writer makes the bytes; called in a virtual thread of its own for each stream */
    DeferredSource(Consumer<OutputStream> writer) {
        this.writer = writer;
    }

    @Override
    public InputStream open() {
        Pipe pipe = new Pipe();
        Thread thread = Thread.ofVirtual().name("deferred output").start(() -> pipe.fill(writer));
        return new Reading(pipe, thread);
    }

    @Override
    public long size() {
        return -1;
    }

    /** Between the thread that writes and the one that reads; a writer waits while the reader is behind. */
    private static final class Pipe extends OutputStream {
        private final BlockingQueue<byte[]> chunks = new ArrayBlockingQueue<>(CHUNKS_AHEAD);
        private volatile @Nullable Throwable failure;
        private volatile boolean abandoned;

        void fill(Consumer<OutputStream> writer) {
            try {
                writer.accept(this);
            } catch (RuntimeException | Error e) {
                failure = e;
            }
            try {
                if (!abandoned) {
                    chunks.put(END);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            if (abandoned) {
                throw new IOException("nobody reads any more");
            }
            if (count > 0) {
                try {
                    chunks.put(Arrays.copyOfRange(bytes, offset, offset + count));
                } catch (InterruptedException e) {
                    throw new InterruptedIOException("nobody reads any more");
                }
            }
        }
    }

    /** The reader's end; the failure of the writer is the reader's. */
    private static final class Reading extends InputStream {
        private final Pipe pipe;
        private final Thread thread;
        private byte @Nullable [] chunk;
        private int at;

        Reading(Pipe pipe, Thread thread) {
            this.pipe = pipe;
            this.thread = thread;
        }

        private boolean next() throws IOException {
            if (chunk == END) {
                return false;
            }
            if (chunk == null || at == chunk.length) {
                try {
                    chunk = pipe.chunks.take();
                    at = 0;
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new InterruptedIOException("interrupted while the result was computed");
                }
            }
            if (chunk != END) {
                return true;
            }
            switch (pipe.failure) {
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                case null, default -> {
                    return false;
                }
            }
        }

        @Override
        public int read() throws IOException {
            return next() && chunk != null ? chunk[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] to, int offset, int count) throws IOException {
            if (count == 0) {
                return 0;
            }
            if (!next() || chunk == null) {
                return -1;
            }
            int now = Math.min(count, chunk.length - at);
            System.arraycopy(chunk, at, to, offset, now);
            at += now;
            return now;
        }

        @Override
        public void close() {
            pipe.abandoned = true;
            if (chunk != END) {
                thread.interrupt();
            }
        }
    }
}
