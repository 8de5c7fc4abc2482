package dev.hinny.http;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sends a request's body from a virtual thread and blocks while the server does not keep up. */
final class RequestStream extends OutputStream {
    private static final int SIZE = 16 * 1024;

    private final ClientCall call;
    private final long declared;
    private @Nullable ByteBuf buffer;
    private long written;

    RequestStream(ClientCall call, long declared) {
        this.call = call;
        this.declared = declared;
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
        ByteBuf b = buffer;
        if (b != null && !b.isWritable()) {
            flush();
            b = null;
        }
        if (b == null) {
            b = call.connection.ctx().alloc().buffer(SIZE, SIZE);
            buffer = b;
        }
        return b;
    }

    @Override
    public void flush() throws IOException {
        ByteBuf data = buffer;
        buffer = null;
        if (data == null) {
            return;
        }
        written += data.readableBytes();
        if (!call.alive() || declared >= 0 && written > declared) {
            data.release();
            throw new IOException(
                    call.alive()
                            ? "the body has more than the " + declared + " bytes that were declared"
                            : "the connection is closed");
        }
        call.connection.channel().eventLoop().execute(() -> {
            if (call.alive()) {
                call.connection.touch();
                call.connection.ctx().writeAndFlush(new DefaultHttpContent(data));
            } else {
                data.release();
            }
        });
        call.awaitWritable();
    }

    void finish() throws IOException {
        flush();
        if (declared >= 0 && written < declared) {
            throw new IOException("the body has " + written + " bytes, " + declared + " were declared");
        }
        call.onLoop(() -> {
            call.requestSent();
            call.connection.touch();
            call.connection.ctx().writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
        });
    }

    @Override
    public void close() {
        // what a failure left behind; the end of the body is said by finish
        ByteBuf data = buffer;
        buffer = null;
        if (data != null) {
            data.release();
        }
    }
}
