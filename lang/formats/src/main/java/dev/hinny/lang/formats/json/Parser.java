package dev.hinny.lang.formats.json;

import dev.hinny.lang.engine.format.Format;
import dev.hinny.lang.engine.value.Key;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Checks UTF-8 bytes and notes on a tape where each value is. It sees a stretch of a document; where that is not the last
 * one, a value that reaches the end is {@link Unreadable#MORE}.
 */
final class Parser {
    static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long QUOTES = '"' * ONES;
    private static final long BACKSLASHES = '\\' * ONES;
    private static final long BLANKS = ' ' * ONES;

    /** So many different keys are remembered over the pieces of a long document that brings new ones. */
    private static final int MOST_KEYS = 256;

    private Symbols symbols = Symbols.take();
    private final Numbers numbers = new Numbers(this);
    private byte[] bytes = {};
    private int at;
    private int end;
    private int base;
    private boolean last;
    private int[] words;
    private int used;

    /** @param capacity of the tape to begin with */
    Parser(int capacity) {
        words = new int[capacity];
    }

    /**
     * Goes on with other bytes.
     *
     * @param isLast whether the document ends where these bytes do
     */
    void over(byte[] stretch, int from, int to, boolean isLast) {
        bytes = stretch;
        at = from;
        base = 0;
        end = to;
        last = isLast;
    }

    int at() {
        return at;
    }

    /** The whole document as one tape over its bytes; the parser's last work. */
    Tape document() {
        if (blank() < 0) {
            throw new Unreadable("the document is empty", at);
        }
        value(0, 0);
        if (blank() >= 0) {
            throw unexpected("the end of the document");
        }
        Tape tape = new Tape(bytes, words, symbols.keys());
        symbols.giveBack();
        return tape;
    }

    /** The value that begins here, with a copy of its bytes. */
    Tape piece(int depth) {
        int known = symbols.count();
        int from = at;
        base = from;
        used = 0;
        value(depth, 0);
        Tape tape = new Tape(Arrays.copyOfRange(bytes, from, at), Arrays.copyOf(words, used), symbols.keys());
        forget(known);
        return tape;
    }

    /** The key that begins here with its quote, and the colon after it. */
    Key name() {
        int known = symbols.count();
        Key key = symbols.key(key(0, 0));
        forget(known);
        return key;
    }

    /** Where new keys come all the time, as in a dictionary, they are not remembered for ever. */
    private void forget(int knownBefore) {
        if (symbols.count() > MOST_KEYS && symbols.count() > knownBefore) {
            symbols = Symbols.take();
        }
    }

    /** Skips blanks; the byte after them, which is not consumed, or -1 at the end of the bytes. */
    int blank() {
        int i = at;
        while (i < end) {
            int b = bytes[i];
            if (b > ' ' || b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                at = i;
                return b & 0xFF;
            }
            i++;
            while (i + 8 <= end && (long) LONGS.get(bytes, i) == BLANKS) {
                i += 8;
            }
        }
        at = i;
        return -1;
    }

    private void put(int first, int second) {
        if (used + 4 > words.length) {
            words = Arrays.copyOf(words, words.length + (words.length >> 1) + 16);
        }
        words[used++] = first;
        words[used++] = second;
    }

    void put(int kind, int from, int to) {
        if (to - from > Tape.LIMIT) {
            throw new Unreadable("a value longer than " + Tape.LIMIT + " bytes", from);
        }
        put(kind << 28 | to - from, from - base);
    }

    void putSmall(int value) {
        put(Tape.SMALL << 28, value);
    }

    private void value(int depth, int parent) {
        switch (next()) {
            case '"' -> {
                int from = ++at;
                boolean plain = string();
                put(plain ? Tape.PLAIN : Tape.ESCAPED, from, at - 1);
            }
            case '{' -> object(depth + 1, parent);
            case '[' -> array(depth + 1, parent);
            case 't' -> literal("true", Tape.TRUE);
            case 'f' -> literal("false", Tape.FALSE);
            case 'n' -> literal("null", Tape.NULL);
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> at = numbers.read(bytes, at, end, last);
            default -> throw unexpected("a value");
        }
    }

    private void literal(String word, int kind) {
        for (int i = 0; i < word.length(); i++) {
            if (at + i >= end && !last) {
                throw Unreadable.MORE;
            }
            if (at + i >= end || bytes[at + i] != word.charAt(i)) {
                throw unexpected("'" + word + "'");
            }
        }
        at += word.length();
        put(kind << 28, 0);
    }

    private void object(int depth, int parent) {
        int start = open(depth);
        int count = 0;
        int b = blank();
        if (b != '}') {
            int key = 0;
            while (true) {
                if (b != '"') {
                    throw unexpected(count == 0 ? "a key in quotes or '}'" : "a key in quotes");
                }
                key = key(key, parent);
                words[used++] = symbols.number(key);
                value(depth, key);
                count++;
                b = next();
                if (b == '}') {
                    break;
                }
                if (b != ',') {
                    throw unexpected("',' or '}'");
                }
                at++;
                b = next();
            }
        }
        close(start, Tape.OBJECT, count);
    }

    private void array(int depth, int parent) {
        int start = open(depth);
        int count = 0;
        if (blank() != ']') {
            while (true) {
                value(depth, parent);
                count++;
                int b = next();
                if (b == ']') {
                    break;
                }
                if (b != ',') {
                    throw unexpected("',' or ']'");
                }
                at++;
            }
        }
        close(start, Tape.ARRAY, count);
    }

    /** As {@link #blank}, quickly when there is at most one. */
    private int next() {
        if (at < end) {
            int b = bytes[at];
            if (b > ' ') {
                return b;
            }
            if (b == ' ' && at + 1 < end && bytes[at + 1] > ' ') {
                return bytes[++at];
            }
        }
        return blank();
    }

    private int open(int depth) {
        if (depth > Format.MAX_DEPTH) {
            throw new Unreadable("arrays and objects are nested deeper than " + Format.MAX_DEPTH + " levels", at);
        }
        at++;
        put(0, 0);
        return used - 2;
    }

    private void close(int start, int kind, int count) {
        at++;
        if (count > Tape.LIMIT) {
            throw new Unreadable("an array or object of more than " + Tape.LIMIT + " members", at);
        }
        words[start] = kind << 28 | count;
        words[start + 1] = used;
    }

    private int key(int previous, int parent) {
        int from = ++at;
        int id = symbols.expected(previous, parent, bytes, from, end);
        if (id != 0) {
            at += symbols.length(id);
        } else {
            boolean plain = string();
            id = symbols.find(previous, parent, bytes, from, at, !plain);
        }
        if (next() != ':') {
            throw unexpected("':' after the key");
        }
        at++;
        return id;
    }

    /** Goes behind the quote that closes a string; whether there is no escape in it. */
    private boolean string() {
        boolean plain = true;
        int i = at;
        while (true) {
            while (i + 8 <= end) {
                long w = (long) LONGS.get(bytes, i);
                long quote = w ^ QUOTES;
                long backslash = w ^ BACKSLASHES;
                long special = (quote - ONES & ~quote | backslash - ONES & ~backslash | w - BLANKS & ~w | w) & HIGHS;
                if (special != 0) {
                    i += Long.numberOfTrailingZeros(special) >> 3;
                    break;
                }
                i += 8;
            }
            if (i >= end) {
                at = i;
                throw last ? new Unreadable("the document ends within a text", i) : Unreadable.MORE;
            }
            byte b = bytes[i];
            if (b == '"') {
                at = i + 1;
                return plain;
            }
            if (b == '\\') {
                i = escape(i);
                plain = false;
            } else if (b < 0) {
                i = character(i);
            } else if (b < ' ') {
                throw new Unreadable("a control character (" + b + ") in a text; write it as \\u" + hex(b), i);
            } else {
                i++;
            }
        }
    }

    private static String hex(int b) {
        return String.format("%04x", b);
    }

    private void need(int from, int count) {
        if (from + count > end) {
            throw last ? new Unreadable("the document ends within a text", end) : Unreadable.MORE;
        }
    }

    private int escape(int i) {
        need(i, 2);
        switch (bytes[i + 1]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> {
                return i + 2;
            }
            case 'u' -> {
                need(i, 6);
                if (Escapes.hex(bytes, i + 2) < 0) {
                    throw new Unreadable("\\u without four hexadecimal digits", i);
                }
                return i + 6;
            }
            default -> throw new Unreadable("an unknown escape " + shown(i + 1) + " after a backslash", i);
        }
    }

    /** Checks a character of several bytes. */
    private int character(int i) {
        int lead = bytes[i] & 0xFF;
        int count = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
        boolean valid = count > 0;
        if (valid) {
            need(i, count);
            for (int j = 1; j < count; j++) {
                valid &= (bytes[i + j] & 0xC0) == 0x80;
            }
            int second = bytes[i + 1] & 0xFF;
            valid &= !(lead == 0xE0 && second < 0xA0
                    || lead == 0xED && second >= 0xA0
                    || lead == 0xF0 && second < 0x90
                    || lead == 0xF4 && second >= 0x90);
        }
        if (!valid) {
            throw new Unreadable("a byte (0x" + Integer.toHexString(lead) + ") that is not UTF-8", i);
        }
        return i + count;
    }

    /** What is here instead of what must be. */
    Unreadable unexpected(String expected) {
        if (at >= end) {
            return last ? new Unreadable("the document ends where " + expected + " was expected", at) : Unreadable.MORE;
        }
        return new Unreadable("found " + shown(at) + " where " + expected + " was expected", at);
    }

    private String shown(int i) {
        int b = bytes[i];
        return b > ' ' && b < 0x7F ? "'" + (char) b + "'" : "the byte 0x" + Integer.toHexString(b & 0xFF);
    }
}
