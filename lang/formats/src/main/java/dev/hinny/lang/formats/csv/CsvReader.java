package dev.hinny.lang.formats.csv;

import dev.hinny.base.Problem;
import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.formats.SourceIterator;
import dev.hinny.lang.formats.StandardOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One reading of a document, row by row, from memory or from a stream of which it holds a piece. */
final class CsvReader extends SourceIterator {
    private static final int PIECE = 1 << 16;

    private final CsvDocument document;
    private final CsvScanner scanner;
    private final @Nullable InputStream in;
    private @Nullable CsvHeader header;
    private byte[] bytes;
    private int position;
    private int limit;
    private boolean last;
    private boolean begun;
    private long line;

    /** Reads from memory: rows are views on these bytes. */
    CsvReader(CsvDocument document, byte[] bytes) {
        this(document, null, bytes);
        limit = bytes.length;
        last = true;
    }

    /** Reads a stream: each row has bytes of its own. */
    CsvReader(CsvDocument document, InputStream in) {
        this(document, in, new byte[PIECE]);
    }

    private CsvReader(CsvDocument document, @Nullable InputStream in, byte[] bytes) {
        this.document = document;
        this.in = in;
        this.bytes = bytes;
        this.scanner = new CsvScanner(document.marks());
    }

    @Override
    protected @Nullable Value read() {
        CsvOptions options = document.options();
        if (!begun) {
            begun = true;
            begin();
        }
        while (true) {
            int start = row();
            if (start < 0) {
                return null;
            }
            long at = line;
            line += scanner.lines();
            if (scanner.isBlank() && options.ignoreEmptyLine()) {
                continue;
            }
            CsvHeader names = header;
            if (names == null) {
                if (at >= options.headerLine()) {
                    header = document.header(bytes, scanner.fields());
                }
            } else if (at >= options.bodyLine()) {
                int[] fields = scanner.fields();
                return in == null
                        ? document.row(names, bytes, 0, fields)
                        : document.row(names, Arrays.copyOfRange(bytes, start, scanner.next()), start, fields);
            }
        }
    }

    /** Skips the byte order mark; without a header line the columns have no names. */
    private void begin() {
        while (!last && limit < 3) {
            fill();
        }
        if (limit >= 3
                && bytes[0] == (byte) 0xef
                && bytes[1] == (byte) 0xbb
                && bytes[2] == (byte) 0xbf
                && !document.marks().decodes()) {
            position = 3;
        }
        if (!document.options().header()) {
            header = document.header(bytes, new int[0]);
        }
    }

    /** Scans the next row and moves behind it: where it starts, -1 at the end. */
    private int row() {
        while (position < limit || !last) {
            if (position < limit && scanner.scan(bytes, position, limit, last)) {
                int start = position;
                position = scanner.next();
                if (position - start >= CsvScanner.LONGEST) {
                    throw tooLong(CsvScanner.LONGEST);
                }
                return start;
            }
            if (scanner.unclosed() >= 0) {
                throw unclosed(scanner.unclosed());
            }
            fill();
        }
        return -1;
    }

    /** Gets more bytes behind the row that is not complete. */
    private void fill() {
        int kept = limit - position;
        if (kept > StandardOptions.longestItem()) {
            throw tooLong(StandardOptions.longestItem());
        }
        if (kept > bytes.length / 2) {
            bytes = Arrays.copyOfRange(bytes, position, position + Math.max(bytes.length * 2, PIECE));
        } else {
            System.arraycopy(bytes, position, bytes, 0, kept);
        }
        position = 0;
        limit = kept;
        try {
            // a long row waits for as much again, so that it is not scanned once for each small read
            int least = kept > PIECE ? kept : 1;
            while (least > 0 && !last) {
                int read = in == null ? -1 : in.read(bytes, limit, bytes.length - limit);
                last = read < 0;
                limit += Math.max(read, 0);
                least -= Math.max(read, 0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FormatException tooLong(int most) {
        return new FormatException(Problem.error(
                "TOO-LONG",
                place(position),
                "a row takes more than " + most + " bytes",
                "perhaps a quote is not closed; else give the process more memory"));
    }

    private FormatException unclosed(int quote) {
        return new FormatException(Problem.error(
                "BAD-CSV",
                place(quote),
                "a quoted field is not closed",
                "close it with " + document.options().quote() + " or set another quote character"));
    }

    /** The place of a byte of the row that starts at the position. */
    private SourceSpan place(int at) {
        int start = position;
        int row = (int) Math.min(line + 1, Integer.MAX_VALUE);
        for (int i = position; i < at; i++) {
            if (bytes[i] == '\n') {
                start = i + 1;
                row++;
            }
        }
        int column = new String(bytes, start, at - start, StandardCharsets.UTF_8).length() + 1;
        return new SourceSpan(document.name(), row, column, row, column + 1, 0, 0);
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
