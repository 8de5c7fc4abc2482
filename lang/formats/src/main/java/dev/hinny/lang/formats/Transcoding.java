package dev.hinny.lang.formats;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Streams between UTF-8, which readers and writers work with, and the encoding of a document. */
public final class Transcoding {
    private Transcoding() {}

    /** The document as UTF-8; what the encoding cannot decode becomes U+FFFD. */
    public static InputStream toUtf8(InputStream in, Charset charset) {
        return new ToUtf8(new InputStreamReader(in, charset));
    }

    public static byte[] toUtf8(byte[] bytes, Charset charset) {
        return new String(bytes, charset).getBytes(StandardCharsets.UTF_8);
    }

    /** A stream that takes UTF-8 and writes the encoding; flush it at the end. */
    public static OutputStream fromUtf8(OutputStream out, Charset charset) {
        return charset.equals(StandardCharsets.UTF_8) ? out : new FromUtf8(new OutputStreamWriter(out, charset));
    }

    private static final class ToUtf8 extends InputStream {
        private final Reader in;
        private final char[] chars = new char[8192];
        private byte[] bytes = new byte[0];
        private int position;
        private int kept;

        ToUtf8(Reader in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            return fill() ? bytes[position++] & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int count = Math.min(length, bytes.length - position);
            System.arraycopy(bytes, position, target, offset, count);
            position += count;
            return count;
        }

        private boolean fill() throws IOException {
            while (position == bytes.length) {
                int read = in.read(chars, kept, chars.length - kept);
                if (read < 0 && kept == 0) {
                    return false;
                }
                int count = kept + Math.max(read, 0);
                // half a surrogate pair waits for its other half
                kept = read > 0 && Character.isHighSurrogate(chars[count - 1]) ? 1 : 0;
                bytes = new String(chars, 0, count - kept).getBytes(StandardCharsets.UTF_8);
                position = 0;
                if (kept == 1) {
                    chars[0] = chars[count - 1];
                }
            }
            return true;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    private static final class FromUtf8 extends OutputStream {
        private final Writer out;
        private final CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        private final CharBuffer chars = CharBuffer.allocate(8192);
        private ByteBuffer pending = ByteBuffer.allocate(0);

        FromUtf8(Writer out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            ByteBuffer in = ByteBuffer.allocate(pending.remaining() + length);
            in.put(pending).put(bytes, offset, length).flip();
            while (true) {
                boolean full = decoder.decode(in, chars, false).isOverflow();
                out.write(chars.array(), 0, chars.position());
                chars.clear();
                if (!full) {
                    break;
                }
            }
            pending = in;
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }
}
