package dev.hinny.lang.formats;

import dev.hinny.lang.engine.value.StringValue;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Collects UTF-8 and hands it on in large pieces; in other encodings it is encoded on the way. */
public final class Utf8Writer {
    private final OutputStream out;
    private final byte[] buffer;
    private int count;

    /** @param size of the buffer in bytes */
    public Utf8Writer(OutputStream out, Charset charset, int size) {
        this.out = Transcoding.fromUtf8(out, charset);
        this.buffer = new byte[Math.max(size, 512)];
    }

    public void write(byte b) throws IOException {
        if (count == buffer.length) {
            drain();
        }
        buffer[count++] = b;
    }

    public void write(byte[] bytes) throws IOException {
        write(bytes, 0, bytes.length);
    }

    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length > buffer.length - count) {
            drain();
            if (length > buffer.length) {
                out.write(bytes, offset, length);
                return;
            }
        }
        System.arraycopy(bytes, offset, buffer, count, length);
        count += length;
    }

    public void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The text, copied where it is UTF-8 already. */
    public void write(StringValue text) throws IOException {
        byte[] bytes = text.utf8();
        if (bytes == null) {
            write(text.text());
        } else {
            write(bytes, text.offset(), text.length());
        }
    }

    /** A view for what writes to streams; its flush hands nothing on. */
    public OutputStream stream() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                Utf8Writer.this.write((byte) b);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                Utf8Writer.this.write(bytes, offset, length);
            }
        };
    }

    private void drain() throws IOException {
        out.write(buffer, 0, count);
        count = 0;
    }

    /** Hands on what is left, to the stream below. */
    public void flush() throws IOException {
        drain();
        out.flush();
    }
}
