package dev.hinny.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A body that arrives on a channel: filled on the event loop, read by one virtual thread or piped on the loop.
 * Reading from the socket stops while more than a little is waiting.
 */
final class ChannelBody implements Body {
    private static final int HIGH = 128 * 1024;
    private static final int LOW = 32 * 1024;

    /** Takes the pieces on the event loop instead of a reading thread. */
    interface Sink {
        /** Owns the buffer. */
        void data(ByteBuf data);

        void end();

        void failed(IOException cause);
    }

    /** What the owner of the channel does for the body. */
    interface Source {
        /** The first byte is wanted: time for an interim 100 answer. Any thread. */
        default void wanted() {}

        /** The reader gave up before the end. Any thread. */
        default void abandoned() {}
    }

    private final Channel channel;
    private final Source source;
    private final long length;
    private final ArrayDeque<ByteBuf> waiting = new ArrayDeque<>(4);
    private int waitingBytes;
    private boolean paused;
    private boolean ended;
    private boolean discarding;
    private boolean wanted;
    private boolean handled;
    private @Nullable IOException failure;
    private @Nullable Sink sink;
    private @Nullable InputStream stream;

    ChannelBody(Channel channel, Source source, long length) {
        this.channel = channel;
        this.source = source;
        this.length = length;
    }

    @Override
    public long length() {
        return length;
    }

    // event loop side

    /** Takes over the buffer. */
    void offer(ByteBuf data) {
        Sink to = sink;
        if (to != null) {
            to.data(data);
            return;
        }
        synchronized (waiting) {
            if (discarding || failure != null) {
                data.release();
                return;
            }
            if (data.isReadable()) {
                waiting.add(data);
                waitingBytes += data.readableBytes();
                if (waitingBytes > HIGH && !paused) {
                    paused = true;
                    channel.config().setAutoRead(false);
                }
                waiting.notifyAll();
            } else {
                data.release();
            }
        }
    }

    void end() {
        Sink to = sink;
        if (to != null) {
            to.end();
            return;
        }
        synchronized (waiting) {
            ended = true;
            if (handled) {
                toHeap();
            }
            resume();
            waiting.notifyAll();
        }
    }

    void fail(IOException cause) {
        Sink to = sink;
        if (to != null) {
            sink = null;
            to.failed(cause);
        }
        synchronized (waiting) {
            if (!ended && failure == null) {
                failure = cause;
                release();
                waiting.notifyAll();
            }
        }
    }

    /** Hands over what is waiting and everything later. */
    void pipe(Sink to) {
        want();
        for (ByteBuf data = waiting.poll(); data != null; data = waiting.poll()) {
            to.data(data);
        }
        boolean atEnd;
        synchronized (waiting) {
            waitingBytes = 0;
            sink = to;
            atEnd = ended;
        }
        if (atEnd) {
            to.end();
            return;
        }
        synchronized (waiting) {
            // last, because an HTTP/2 stream delivers what it held back before this returns
            resume();
        }
    }

    /** Throws away what is waiting and everything later. */
    void discard() {
        sink = null;
        synchronized (waiting) {
            discarding = true;
            release();
            resume();
            waiting.notifyAll();
        }
    }

    private void release() {
        waiting.forEach(ByteBuf::release);
        waiting.clear();
        waitingBytes = 0;
    }

    private void resume() {
        if (paused) {
            paused = false;
            channel.config().setAutoRead(true);
        }
    }

    // reader's side

    private void want() {
        if (!wanted) {
            wanted = true;
            source.wanted();
        }
    }

    @Override
    public InputStream stream() {
        InputStream s = stream;
        if (s == null) {
            s = new Reader();
            stream = s;
        }
        return s;
    }

    @Override
    public void close() {
        boolean early;
        synchronized (waiting) {
            early = !ended && failure == null && !discarding;
            discarding = true;
            release();
            resume();
        }
        if (early) {
            source.abandoned();
        }
    }

    /**
     * The handler is done. What it left unread of a whole body moves to the heap, because nobody may ever read or close it,
     * while work that outlives the response still may.
     */
    void handled() {
        synchronized (waiting) {
            handled = true;
            if (ended) {
                toHeap();
            }
        }
    }

    private void toHeap() {
        for (int i = waiting.size(); i > 0; i--) {
            ByteBuf data = waiting.remove();
            waiting.add(Unpooled.wrappedBuffer(ByteBufUtil.getBytes(data)));
            data.release();
        }
    }

    private int read(byte[] to, int offset, int count) throws IOException {
        want();
        synchronized (waiting) {
            while (waiting.isEmpty() && !ended && failure == null && !discarding) {
                try {
                    waiting.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new InterruptedIOException("interrupted while waiting for the body");
                }
            }
            if (failure != null) {
                throw failure;
            }
            if (discarding) {
                throw new IOException("the body was closed");
            }
            int done = 0;
            ByteBuf first = waiting.peek();
            while (first != null && done < count) {
                int now = Math.min(count - done, first.readableBytes());
                first.readBytes(to, offset + done, now);
                done += now;
                if (!first.isReadable()) {
                    first.release();
                    waiting.poll();
                    first = waiting.peek();
                }
            }
            waitingBytes -= done;
            if (waitingBytes < LOW) {
                resume();
            }
            return done == 0 ? -1 : done;
        }
    }

    private int readable() {
        synchronized (waiting) {
            return waitingBytes;
        }
    }

    private final class Reader extends InputStream {
        private final byte[] one = new byte[1];

        @Override
        public int read() throws IOException {
            return ChannelBody.this.read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int offset, int count) throws IOException {
            Objects.checkFromIndexSize(offset, count, to.length);
            return count == 0 ? 0 : ChannelBody.this.read(to, offset, count);
        }

        @Override
        public int available() {
            return readable();
        }

        @Override
        public void close() {
            ChannelBody.this.close();
        }
    }
}
