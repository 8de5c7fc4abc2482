package dev.hinny.http;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes a response's body from a virtual thread and blocks while the client does not keep up. */
final class ResponseStream extends OutputStream {
    private static final int SIZE = 16 * 1024;

    private final Exchange exchange;
    private final HttpResponseStatus line;
    private final HttpHeaders headers;
    private final long declared;
    private @Nullable ByteBuf buffer;
    private long written;
    private boolean begun;
    private boolean finished;

    ResponseStream(Exchange exchange, Response response) {
        this.exchange = exchange;
        this.line = Exchange.line(response);
        this.headers = exchange.headers(response.headers());
        this.declared = response.body().length();
    }

    @Override
    public void write(int b) throws IOException {
        room().writeByte(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        Objects.checkFromIndexSize(offset, count, bytes.length);
        int done = 0;
        while (done < count) {
            ByteBuf to = room();
            int now = Math.min(to.writableBytes(), count - done);
            to.writeBytes(bytes, offset + done, now);
            done += now;
        }
    }

    private ByteBuf room() throws IOException {
        if (finished) {
            throw new IOException("the response is complete");
        }
        ByteBuf b = buffer;
        if (b != null && !b.isWritable()) {
            send();
            b = null;
        }
        if (b == null) {
            b = exchange.ctx().alloc().buffer(SIZE, SIZE);
            buffer = b;
        }
        return b;
    }

    /** Sends what was written so far. */
    @Override
    public void flush() throws IOException {
        if (!finished) {
            send();
        }
    }

    private void send() throws IOException {
        ByteBuf data = take();
        int size = data == null ? 0 : data.readableBytes();
        check(data, size);
        boolean first = !begun;
        begun = true;
        DefaultHttpResponse head = first ? head() : null;
        exchange.stream.channel().eventLoop().execute(() -> {
            if (!exchange.alive() || head != null && !exchange.beginStreamed(head)) {
                release(data);
                return;
            }
            if (data != null) {
                exchange.write(new DefaultHttpContent(data), size);
            }
            exchange.stream.flush();
        });
        exchange.awaitWritable();
    }

    private void check(@Nullable ByteBuf data, int size) throws IOException {
        written += size;
        if (!exchange.alive()) {
            release(data);
            throw new IOException("the client closed the connection");
        }
        if (declared >= 0 && written > declared) {
            release(data);
            throw new IOException("the body has more than the " + declared + " bytes that were declared");
        }
    }

    private DefaultHttpResponse head() {
        if (declared >= 0) {
            headers.set(HttpHeaderNames.CONTENT_LENGTH, Long.toString(declared));
        } else {
            exchange.frameUnknownLength(headers);
        }
        return new DefaultHttpResponse(HttpVersion.HTTP_1_1, line, headers);
    }

    /** The end of the body: one message for all where nothing was sent before. */
    void finish() throws IOException {
        if (finished) {
            return;
        }
        finished = true;
        ByteBuf data = take();
        int size = data == null ? 0 : data.readableBytes();
        check(data, size);
        if (declared >= 0 && written < declared) {
            release(data);
            throw new IOException("the body has " + written + " bytes, " + declared + " were declared");
        }
        boolean whole = !begun;
        begun = true;
        exchange.stream.channel().eventLoop().execute(() -> last(data, size, whole));
    }

    private void last(@Nullable ByteBuf data, int size, boolean whole) {
        if (!exchange.alive() || whole && exchange.responseStarted()) {
            release(data);
            return;
        }
        if (whole) {
            headers.set(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(size));
            exchange.begun(line.code(), headers);
            ByteBuf content = data == null ? io.netty.buffer.Unpooled.EMPTY_BUFFER : data;
            exchange.write(
                    new DefaultFullHttpResponse(
                            HttpVersion.HTTP_1_1, line, content, headers, EmptyHttpHeaders.INSTANCE),
                    size);
        } else {
            if (data != null) {
                exchange.write(new DefaultHttpContent(data), size);
            }
            exchange.write(LastHttpContent.EMPTY_LAST_CONTENT, 0);
        }
        exchange.stream.flush();
        exchange.responseEnded();
    }

    private @Nullable ByteBuf take() {
        ByteBuf data = buffer;
        buffer = null;
        return data;
    }

    private static void release(@Nullable ByteBuf data) {
        if (data != null) {
            data.release();
        }
    }

    /** A writer that closes its stream has only written its last byte: the body ends where the writer returns. */
    @Override
    public void close() {}

    /** Frees what a failure left behind. */
    void discard() {
        release(take());
    }
}
