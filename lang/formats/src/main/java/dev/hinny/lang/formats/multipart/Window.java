package dev.hinny.lang.formats.multipart;

import dev.hinny.lang.engine.format.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A document by offset, read forwards; of a stream it holds what lies behind the last {@link #release}. */
final class Window implements AutoCloseable {
    private static final int PIECE = 1 << 16;

    private final @Nullable InputStream in;
    private byte[] bytes;
    private int limit;
    private long base;
    private boolean last;

    Window(ByteSource source) {
        if (source instanceof ByteSource.Memory(byte[] array)) {
            in = null;
            bytes = array;
            limit = array.length;
            last = true;
        } else {
            in = source.open();
            bytes = new byte[PIECE];
        }
    }

    /** Whether there is a byte at the offset. */
    boolean has(long offset) {
        while (offset >= base + limit && !last) {
            fill();
        }
        return offset < base + limit;
    }

    byte at(long offset) {
        return bytes[(int) (offset - base)];
    }

    /** Bytes before the offset are not needed any more. */
    void release(long offset) {
        if (in != null && offset - base > PIECE / 2 && offset <= base + limit) {
            int dropped = (int) (offset - base);
            System.arraycopy(bytes, dropped, bytes, 0, limit - dropped);
            base += dropped;
            limit -= dropped;
        }
    }

    /** The next line feed; -1 where the document ends before, -2 where it is farther than {@code most} bytes. */
    long lineFeed(long from, long most) {
        long at = from;
        while (has(at)) {
            long found = find(at);
            if (found >= 0) {
                return found;
            }
            at = base + limit;
            if (at - from > most) {
                return -2;
            }
        }
        return -1;
    }

    /** The next line feed, -1 where there is none; what it passes over is released but for two bytes. */
    long skipLine(long from) {
        long at = from;
        while (has(at)) {
            long found = find(at);
            if (found >= 0) {
                return found;
            }
            at = base + limit;
            release(at - 2);
        }
        return -1;
    }

    private long find(long from) {
        for (int i = (int) (from - base); i < limit; i++) {
            if (bytes[i] == '\n') {
                return base + i;
            }
        }
        return -1;
    }

    /** Whether the text, which is ASCII, stands at the offset. */
    boolean startsWith(byte[] text, long offset) {
        if (!has(offset + text.length - 1)) {
            return false;
        }
        int i = (int) (offset - base);
        return Arrays.equals(bytes, i, i + text.length, text, 0, text.length);
    }

    String text(long from, long to) {
        return new String(bytes, (int) (from - base), (int) (to - from), StandardCharsets.UTF_8);
    }

    private void fill() {
        if (limit == bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        try {
            int read = in == null ? -1 : in.read(bytes, limit, bytes.length - limit);
            last = read < 0;
            limit += Math.max(read, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (in != null) {
                in.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
