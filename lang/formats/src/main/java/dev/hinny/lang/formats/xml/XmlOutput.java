package dev.hinny.lang.formats.xml;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A buffer of UTF-8 before a stream, which may have another encoding: what that cannot hold becomes a reference. */
final class XmlOutput {
    private final OutputStream out;
    private final @Nullable CharsetEncoder encoder;
    private final byte[] buffer;
    private int count;

    XmlOutput(OutputStream out, Charset charset, int bufferSize) {
        this.out = out;
        this.buffer = new byte[bufferSize];
        this.encoder = charset.equals(StandardCharsets.UTF_8)
                ? null
                : charset.newEncoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Whether the stream can hold the text as it is. */
    boolean canHold(String text) {
        return encoder == null || encoder.charset().newEncoder().canEncode(text);
    }

    void write(char ascii) throws IOException {
        if (count == buffer.length) {
            drain();
        }
        buffer[count++] = (byte) ascii;
    }

    void write(byte[] bytes, int from, int length) throws IOException {
        int begin = from;
        int left = length;
        while (left > buffer.length - count) {
            int part = buffer.length - count;
            System.arraycopy(bytes, begin, buffer, count, part);
            count += part;
            begin += part;
            left -= part;
            drain();
        }
        System.arraycopy(bytes, begin, buffer, count, left);
        count += left;
    }

    void write(byte[] bytes) throws IOException {
        write(bytes, 0, bytes.length);
    }

    void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void drain() throws IOException {
        if (encoder == null) {
            out.write(buffer, 0, count);
            count = 0;
            return;
        }
        int whole = count;
        while (whole > 0 && whole > count - 3 && (buffer[whole - 1] & 0xC0) == 0x80) {
            whole--;
        }
        if (whole > 0 && (buffer[whole - 1] & 0xC0) == 0xC0) {
            whole--;
        } else {
            whole = count;
        }
        encode(new String(buffer, 0, whole, StandardCharsets.UTF_8), encoder);
        System.arraycopy(buffer, whole, buffer, 0, count - whole);
        count -= whole;
    }

    private void encode(String text, CharsetEncoder to) throws IOException {
        CharBuffer in = CharBuffer.wrap(text);
        ByteBuffer bytes = ByteBuffer.allocate(1024);
        while (true) {
            CoderResult result = to.encode(in, bytes, false);
            out.write(bytes.array(), 0, bytes.position());
            bytes.clear();
            if (result.isUnmappable()) {
                int code = Character.codePointAt(in, 0);
                in.position(in.position() + result.length());
                CharBuffer reference = CharBuffer.wrap("&#" + code + ";");
                to.encode(reference, bytes, false);
            } else if (result.isUnderflow()) {
                out.write(bytes.array(), 0, bytes.position());
                return;
            }
        }
    }

    /** Hands everything to the stream. */
    void flush() throws IOException {
        if (encoder != null) {
            encode(new String(buffer, 0, count, StandardCharsets.UTF_8), encoder);
            count = 0;
        } else {
            drain();
        }
        out.flush();
    }
}
