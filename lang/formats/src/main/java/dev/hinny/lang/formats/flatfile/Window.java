package dev.hinny.lang.formats.flatfile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The piece of a document around the next record; all of it when the document is in memory. */
final class Window implements AutoCloseable {
    private static final int PIECE = 1 << 16;

    private final @Nullable InputStream in;
    private byte[] bytes;
    private int start;
    private int limit;
    private long before;
    private boolean ended;

    Window(byte[] bytes) {
        this.in = null;
        this.bytes = bytes;
        this.limit = bytes.length;
        this.ended = true;
    }

    Window(InputStream in) {
        this.in = in;
        this.bytes = new byte[PIECE];
    }

    /** Holds the bytes from {@link #start} to {@link #limit}; another array after {@link #fill}. */
    byte[] bytes() {
        return bytes;
    }

    int start() {
        return start;
    }

    int limit() {
        return limit;
    }

    /** Whether the bytes stay as they are when the window moves on. */
    boolean stays() {
        return in == null;
    }

    /** How many bytes of the document stand before the start. */
    long offset() {
        return before + start;
    }

    void moveTo(int position) {
        start = position;
    }

    /** Gets so many bytes from the start on; false when the document has fewer. */
    boolean fill(int count) {
        while (limit - start < count && !ended) {
            if (limit == bytes.length) {
                makeRoom();
            }
            try {
                int read = in == null ? -1 : in.read(bytes, limit, bytes.length - limit);
                ended = read < 0;
                limit += Math.max(read, 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return limit - start >= count;
    }

    private void makeRoom() {
        int kept = limit - start;
        if (kept > bytes.length / 2) {
            bytes = Arrays.copyOfRange(bytes, start, start + bytes.length * 2);
        } else {
            System.arraycopy(bytes, start, bytes, 0, kept);
        }
        before += start;
        start = 0;
        limit = kept;
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
