package dev.hinny.lang.formats.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** Characters as UTF-8, without a mark of the byte order. */
final class Utf8Stream extends InputStream {
    private static final int CHUNK = 4096;

    private final Reader reader;
    private final char[] chars = new char[CHUNK + 1];
    private byte[] bytes = {};
    private int at;
    private boolean begun;

    Utf8Stream(Reader reader) {
        this.reader = reader;
    }

    private boolean fill() throws IOException {
        while (at == bytes.length) {
            int count = reader.read(chars, 0, CHUNK);
            if (count < 0) {
                return false;
            }
            if (Character.isHighSurrogate(chars[count - 1])) {
                int low = reader.read();
                if (low >= 0) {
                    chars[count++] = (char) low;
                }
            }
            int from = !begun && chars[0] == '\uFEFF' ? 1 : 0;
            begun = true;
            bytes = new String(chars, from, count - from).getBytes(StandardCharsets.UTF_8);
            at = 0;
        }
        return true;
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] to, int offset, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int now = Math.min(count, bytes.length - at);
        System.arraycopy(bytes, at, to, offset, now);
        at += now;
        return now;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
