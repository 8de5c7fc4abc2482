package dev.hinny.lang.formats.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The bytes that end or change a field, and how to find the next of them eight bytes at a time (the classic test for a zero
 * byte in a word).
 */
final class CsvMarks {
    static final byte TEXT = 0;
    static final byte SEPARATOR = 1;
    static final byte LINE_FEED = 2;
    static final byte RETURN = 3;
    static final byte QUOTE = 4;
    static final byte ESCAPE = 5;
    /** Text that JSON has to escape. */
    static final byte ODD = 6;

    static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;

    private final byte[] kinds = new byte[256];
    private final byte[] separator;
    private final byte quote;
    private final byte escape;
    private final boolean words;
    private final long separators;
    private final long quotes;
    private final long escapes;
    private final boolean others;
    private final Charset charset;

    /** @param charset UTF-8, or one of single bytes whose first half is ASCII */
    CsvMarks(CsvOptions options, Charset charset) {
        this.charset = charset;
        separator = options.separator().getBytes(charset);
        quote = (byte) options.quote();
        escape = options.escape() == options.quote() ? 0 : (byte) options.escape();
        Arrays.fill(kinds, 0, 0x20, ODD);
        kinds['"'] = ODD;
        kinds['\\'] = ODD;
        kinds['\n'] = LINE_FEED;
        kinds['\r'] = RETURN;
        if (escape != 0) {
            kinds[escape] = ESCAPE;
        }
        if (quote != 0) {
            kinds[quote] = QUOTE;
        }
        kinds[separator[0] & 0xff] = SEPARATOR;
        words = separator[0] >= 0;
        separators = ONES * separator[0];
        quotes = ONES * (quote == 0 ? '"' : quote);
        escapes = ONES * (escape == 0 ? '\\' : escape);
        others = quotes != ONES * '"' || escapes != ONES * '\\';
    }

    byte kind(byte b) {
        return kinds[b & 0xff];
    }

    /** Whether {@link #hits} finds all marks: not where the separator is no ASCII character. */
    boolean words() {
        return words;
    }

    /** The high bit of each byte of the word that may be a mark; the lowest always is one. */
    long hits(long word) {
        long s = word ^ separators;
        long q = word ^ quotes;
        long e = word ^ escapes;
        long below = (word - ONES * 0x20) | (s - ONES) | (q - ONES) | (e - ONES);
        if (others) {
            below |= ((word ^ (ONES * '"')) - ONES) | ((word ^ (ONES * '\\')) - ONES);
        }
        return below & ~word & HIGH;
    }

    static boolean isHigh(long bits) {
        return (bits & HIGH) != 0;
    }

    /** Length of the separator that starts here: 0 where there is none, -1 where more bytes are needed to know. */
    int separator(byte[] bytes, int at, int limit, boolean last) {
        for (int i = 1; i < separator.length; i++) {
            if (at + i == limit) {
                return last ? 0 : -1;
            }
            if (bytes[at + i] != separator[i]) {
                return 0;
            }
        }
        return separator.length;
    }

    /** Whether an escape character takes the meaning from this byte. */
    boolean isEscaped(byte b) {
        return b == separator[0] || (quote != 0 && b == quote) || (escape != 0 && b == escape);
    }

    boolean isQuote(byte b) {
        return quote != 0 && b == quote;
    }

    /** Text of single bytes that are not UTF-8. */
    boolean decodes() {
        return !charset.equals(StandardCharsets.UTF_8);
    }

    Charset charset() {
        return charset;
    }

    /** The text of a field with quotes or escapes, from its first byte to before the separator. */
    String decode(byte[] bytes, int start, int end) {
        byte[] out = new byte[end - start];
        int count = 0;
        boolean quoted = start < end && isQuote(bytes[start]);
        for (int i = quoted ? start + 1 : start; i < end; i++) {
            byte b = bytes[i];
            boolean more = i + 1 < end;
            if (quoted && isQuote(b)) {
                if (more && isQuote(bytes[i + 1])) {
                    out[count++] = bytes[++i];
                } else {
                    quoted = false;
                }
            } else if (escape != 0 && b == escape && more && isEscaped(bytes[i + 1])) {
                out[count++] = bytes[++i];
            } else {
                out[count++] = b;
            }
        }
        return new String(out, 0, count, charset);
    }
}
