package dev.hinny.lang.formats;

import dev.hinny.base.Problem;
import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.FormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lines of a document as UTF-8, one after the other; it holds one of them, or the whole where that is in memory. */
public final class Lines implements AutoCloseable {
    private static final int PIECE = 1 << 14;

    private final String name;
    private final @Nullable InputStream in;
    private byte[] bytes;
    private int limit;
    private int start;
    private int end;
    private int next;
    private boolean last;
    private boolean begun;
    private long number;

    private Lines(String name, @Nullable InputStream in, byte[] bytes, int limit) {
        this.name = name;
        this.in = in;
        this.bytes = bytes;
        this.limit = limit;
        this.last = in == null;
    }

    /**
     * Begins a reading.
     *
     * @param name of the document in messages
     */
    public static Lines of(ByteSource source, Charset charset, String name) {
        boolean utf8 = charset.equals(StandardCharsets.UTF_8);
        if (StandardOptions.inMemory(source)) {
            byte[] bytes = utf8 ? source.bytes() : Transcoding.toUtf8(source.bytes(), charset);
            return new Lines(name, null, bytes, bytes.length);
        }
        InputStream in = source.open();
        return new Lines(name, utf8 ? in : Transcoding.toUtf8(in, charset), new byte[PIECE], 0);
    }

    /** Moves to the next line; a line ends with LF, CR or CR LF. */
    public boolean next() {
        if (!begun) {
            begun = true;
            skipMark();
        }
        int scanned = next;
        while (true) {
            int found = lineEnd(scanned);
            if (found < limit && (bytes[found] == '\n' || found + 1 < limit || last)) {
                start = next;
                end = found;
                boolean pair = bytes[found] == '\r' && found + 1 < limit && bytes[found + 1] == '\n';
                next = pair ? found + 2 : found + 1;
                number++;
                return true;
            }
            if (last) {
                start = next;
                end = limit;
                next = limit;
                number += start < end ? 1 : 0;
                return start < end;
            }
            scanned = fill(found);
        }
    }

    private int lineEnd(int from) {
        int i = from;
        while (i < limit && bytes[i] != '\n' && bytes[i] != '\r') {
            i++;
        }
        return i;
    }

    private void skipMark() {
        while (!last && limit < 3) {
            fill(0);
        }
        if (limit >= 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf) {
            next = 3;
        }
    }

    /** Reads on; the line that has begun moves to the front. Gives back where {@code scanned} is now. */
    private int fill(int scanned) {
        int kept = limit - next;
        if (kept > StandardOptions.longestItem()) {
            throw new FormatException(Problem.error(
                    "TOO-LONG",
                    place((int) Math.min(number + 1, Integer.MAX_VALUE), 1),
                    "a line takes more than " + StandardOptions.longestItem() + " bytes",
                    "is the document in lines? else give the process more memory"));
        }
        int moved = next;
        if (kept > bytes.length / 2) {
            bytes = Arrays.copyOfRange(bytes, moved, moved + bytes.length * 2);
        } else {
            System.arraycopy(bytes, moved, bytes, 0, kept);
        }
        next = 0;
        limit = kept;
        try {
            int read = in == null ? -1 : in.read(bytes, limit, bytes.length - limit);
            last = read < 0;
            limit += Math.max(read, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return scanned - moved;
    }

    /** The array that holds the line from {@link #start} to {@link #end}; it changes with the next line. */
    public byte[] bytes() {
        return bytes;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }

    public boolean isEmpty() {
        return start == end;
    }

    /** Whether there is nothing but spaces and tabs on the line. */
    public boolean isBlank() {
        for (int i = start; i < end; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    /** The line's bytes, to keep. */
    public byte[] copy() {
        return Arrays.copyOfRange(bytes, start, end);
    }

    public String text() {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    /** Number of the line, from 1. */
    public int number() {
        return (int) Math.min(number, Integer.MAX_VALUE);
    }

    public SourceSpan place(int line, int column) {
        return new SourceSpan(name, line, column, line, column + 1, 0, 0);
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
