package dev.hinny.lang.formats.csv;

import java.util.Arrays;

/**
 * Finds the fields of one row: two numbers a field, its first byte and its length with what the reader has to know about it.
 * Nothing is decoded or copied.
 */
final class CsvScanner {
    /** No byte of the field needs an escape in JSON. */
    static final int PLAIN = 1;
    /** Perhaps bytes above 127. */
    static final int HIGH = 2;
    /** Quotes or escapes stand inside: the range holds the field as written. */
    static final int RAW = 4;

    static final int SHIFT = 3;
    /** Rows are shorter than this, so that a length and the flags fit into a number. */
    static final int LONGEST = 1 << 28;

    private final CsvMarks marks;
    private int[] fields = new int[64];
    private int count;
    private int next;
    private int lines;
    private int unclosed = -1;
    private boolean blank;
    private int quotedFlags;

    CsvScanner(CsvMarks marks) {
        this.marks = marks;
    }

    /**
     * Scans the row that starts at {@code from}.
     *
     * @param last whether the document ends at the limit
     * @return false when the row may go on behind the limit, or ends inside quotes ({@link #unclosed})
     */
    boolean scan(byte[] bytes, int from, int limit, boolean last) {
        count = 0;
        lines = 0;
        int flags = PLAIN;
        long seen = 0;
        int start = from;
        int at = from;
        while (true) {
            if (limit - at >= 8 && marks.words()) {
                long word = (long) CsvMarks.WORD.get(bytes, at);
                long hits = marks.hits(word);
                seen |= word;
                if (hits == 0) {
                    at += 8;
                    continue;
                }
                at += Long.numberOfTrailingZeros(hits) >>> 3;
            } else if (at >= limit) {
                return last && end(start, limit, flags, seen, limit, limit == from);
            }
            switch (marks.kind(bytes[at])) {
                case CsvMarks.SEPARATOR -> {
                    int width = marks.separator(bytes, at, limit, last);
                    if (width < 0) {
                        return false;
                    }
                    if (width > 0) {
                        add(start, at, flags, seen);
                        start = at + width;
                        flags = PLAIN;
                        seen = 0;
                    }
                    seen |= width == 0 ? bytes[at] : 0;
                    at += Math.max(width, 1);
                }
                case CsvMarks.LINE_FEED, CsvMarks.RETURN -> {
                    int behind = behindLineEnd(bytes, at, limit, last);
                    return behind >= 0 && end(start, at, flags, seen, behind, at == from);
                }
                case CsvMarks.QUOTE -> {
                    if (at != start) {
                        flags &= ~PLAIN;
                        at++;
                        continue;
                    }
                    int close = closing(bytes, at, limit, last);
                    if (close < 0) {
                        return false;
                    }
                    at = close + 1;
                    seen |= (quotedFlags & HIGH) == 0 ? 0 : -1;
                    if ((quotedFlags & RAW) != 0 || !endsAt(bytes, at, limit)) {
                        flags = RAW;
                        continue;
                    }
                    flags = quotedFlags;
                    if (at < limit && marks.kind(bytes[at]) == CsvMarks.SEPARATOR) {
                        add(start + 1, close, flags, seen);
                        at++;
                        start = at;
                        flags = PLAIN;
                        seen = 0;
                    } else {
                        int behind = at < limit ? behindLineEnd(bytes, at, limit, last) : limit;
                        return behind >= 0 && end(start + 1, close, flags, seen, behind, false);
                    }
                }
                case CsvMarks.ESCAPE -> {
                    if (at + 1 == limit && !last) {
                        return false;
                    }
                    boolean escaped = at + 1 < limit && marks.isEscaped(bytes[at + 1]);
                    flags = escaped ? (flags | RAW) & ~PLAIN : flags & ~PLAIN;
                    at += escaped ? 2 : 1;
                }
                case CsvMarks.ODD -> {
                    flags &= ~PLAIN;
                    at++;
                }
                default -> seen |= bytes[at++];
            }
        }
    }

    /** Whether a quoted field ends here with nothing behind the quote but a separator of one byte or the line's end. */
    private boolean endsAt(byte[] bytes, int at, int limit) {
        if (at >= limit) {
            return true;
        }
        byte kind = marks.kind(bytes[at]);
        return kind == CsvMarks.LINE_FEED
                || kind == CsvMarks.RETURN
                || (kind == CsvMarks.SEPARATOR && marks.separator(bytes, at, limit, true) == 1);
    }

    /** The first byte of the next line; -1 when a line feed may follow behind the limit. */
    private static int behindLineEnd(byte[] bytes, int at, int limit, boolean last) {
        if (bytes[at] == '\n') {
            return at + 1;
        }
        if (at + 1 == limit) {
            return last ? limit : -1;
        }
        return bytes[at + 1] == '\n' ? at + 2 : at + 1;
    }

    /** The closing quote of the field whose quote is at {@code open}; -1 when it is not there. */
    private int closing(byte[] bytes, int open, int limit, boolean last) {
        int at = open + 1;
        int flags = PLAIN;
        long seen = 0;
        while (at < limit) {
            if (limit - at >= 8 && marks.words()) {
                long word = (long) CsvMarks.WORD.get(bytes, at);
                long hits = marks.hits(word);
                seen |= word;
                if (hits == 0) {
                    at += 8;
                    continue;
                }
                at += Long.numberOfTrailingZeros(hits) >>> 3;
            }
            byte b = bytes[at];
            boolean more = at + 1 < limit;
            switch (marks.kind(b)) {
                case CsvMarks.QUOTE -> {
                    if (!more && !last) {
                        return -1;
                    }
                    if (!more || !marks.isQuote(bytes[at + 1])) {
                        quotedFlags = flags | (CsvMarks.isHigh(seen) ? HIGH : 0);
                        return at;
                    }
                    flags |= RAW;
                    at += 2;
                }
                case CsvMarks.ESCAPE -> {
                    boolean escaped = more && marks.isEscaped(bytes[at + 1]);
                    flags = escaped ? (flags | RAW) & ~PLAIN : flags & ~PLAIN;
                    at += escaped ? 2 : 1;
                }
                case CsvMarks.LINE_FEED -> {
                    flags &= ~PLAIN;
                    lines++;
                    at++;
                }
                case CsvMarks.RETURN, CsvMarks.ODD -> {
                    flags &= ~PLAIN;
                    at++;
                }
                default -> {
                    flags &= b >= 0 && b < 0x20 ? ~PLAIN : ~0;
                    seen |= b;
                    at++;
                }
            }
        }
        unclosed = last ? open : -1;
        return -1;
    }

    private boolean end(int start, int end, int flags, long seen, int behind, boolean isBlank) {
        add(start, end, flags, seen);
        next = behind;
        lines++;
        blank = isBlank;
        return true;
    }

    private void add(int start, int end, int flags, long seen) {
        if (count + 2 > fields.length) {
            fields = Arrays.copyOf(fields, count * 2);
        }
        fields[count] = start;
        fields[count + 1] = (end - start) << SHIFT | (CsvMarks.isHigh(seen) ? flags | HIGH : flags);
        count += 2;
    }

    /** The fields of the row, two numbers each. */
    int[] fields() {
        return Arrays.copyOf(fields, count);
    }

    /** The first byte behind the row. */
    int next() {
        return next;
    }

    /** Line ends in the row, its own included. */
    int lines() {
        return lines;
    }

    /** Whether the row is an empty line. */
    boolean isBlank() {
        return blank;
    }

    /** Where the quote stands that is never closed, -1 where there is none. */
    int unclosed() {
        return unclosed;
    }
}
