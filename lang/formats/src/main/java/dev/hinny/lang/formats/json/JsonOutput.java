package dev.hinny.lang.formats.json;

import dev.hinny.lang.engine.value.DecimalNumber;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.formats.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** UTF-8 of JSON's simple values in a buffer before a stream. */
final class JsonOutput {
    static final int BUFFER = 8192;

    private static final int SMALLEST = 512;
    private static final int CHUNK = 64;
    private static final int LONGEST_ESCAPE = 6;
    private static final byte[] LINE = line();
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    /** Buffers of the usual size wait here for the next writer. */
    private static final AtomicReferenceArray<byte @Nullable []> IDLE = new AtomicReferenceArray<>(8);

    private final OutputStream out;
    private final byte[] buffer;
    private int used;

    JsonOutput(OutputStream out, int size) {
        this.out = out;
        this.buffer = size == BUFFER ? idle() : new byte[Math.clamp(size, SMALLEST, 1 << 24)];
    }

    private static byte[] idle() {
        for (int i = 0; i < IDLE.length(); i++) {
            byte[] idle = IDLE.getAndSet(i, null);
            if (idle != null) {
                return idle;
            }
        }
        return new byte[BUFFER];
    }

    private static byte[] line() {
        byte[] line = new byte[129];
        Arrays.fill(line, (byte) ' ');
        line[0] = '\n';
        return line;
    }

    private void flush() {
        try {
            out.write(buffer, 0, used);
            used = 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes what is left, the last thing to do; the stream stays open. */
    void finish() {
        flush();
        if (buffer.length == BUFFER) {
            for (int i = 0; i < IDLE.length(); i++) {
                if (IDLE.compareAndSet(i, null, buffer)) {
                    return;
                }
            }
        }
    }

    private void room(int count) {
        if (used + count > buffer.length) {
            flush();
        }
    }

    void put(char ascii) {
        room(1);
        buffer[used++] = (byte) ascii;
    }

    void put(char first, char second) {
        room(2);
        buffer[used++] = (byte) first;
        buffer[used++] = (byte) second;
    }

    void put(byte[] bytes, int from, int count) {
        if (count > buffer.length) {
            flush();
            try {
                out.write(bytes, from, count);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return;
        }
        room(count);
        System.arraycopy(bytes, from, buffer, used, count);
        used += count;
    }

    void ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            put(text.charAt(i));
        }
    }

    /** A new line, indented by so many levels of two blanks. */
    void line(int levels) {
        int count = 1 + 2 * levels;
        put(LINE, 0, Math.min(count, LINE.length));
        for (int i = LINE.length; i < count; i++) {
            put(' ');
        }
    }

    void string(StringValue value) {
        byte[] utf8 = value.utf8();
        if (utf8 != null && value.isPlain()) {
            quoted(utf8, value.offset(), value.length());
        } else {
            string(value.text());
        }
    }

    private void quoted(byte[] utf8, int from, int count) {
        if (count + 2 > buffer.length) {
            put('"');
            put(utf8, from, count);
            put('"');
            return;
        }
        room(count + 2);
        buffer[used++] = '"';
        System.arraycopy(utf8, from, buffer, used, count);
        used += count;
        buffer[used++] = '"';
    }

    /** A key before its value, on a line with what is before it. */
    void name(StringValue name, boolean comma) {
        byte[] utf8 = name.utf8();
        int count = name.length();
        if (utf8 == null || !name.isPlain() || count + 4 > buffer.length) {
            if (comma) {
                put(',');
            }
            string(name);
            put(':');
            return;
        }
        room(count + 4);
        byte[] to = buffer;
        int at = used;
        if (comma) {
            to[at++] = ',';
        }
        to[at++] = '"';
        System.arraycopy(utf8, name.offset(), to, at, count);
        at += count;
        to[at++] = '"';
        to[at++] = ':';
        used = at;
    }

    void string(String text) {
        put('"');
        int length = text.length();
        for (int from = 0; from < length; ) {
            int to = Math.min(length, from + CHUNK);
            if (to < length && Character.isHighSurrogate(text.charAt(to - 1))) {
                to++;
            }
            room((to - from) * LONGEST_ESCAPE);
            used = encode(text, from, to, buffer, used);
            from = to;
        }
        put('"');
    }

    private static int encode(String text, int from, int to, byte[] buffer, int at) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                if (c >= ' ' && c != '"' && c != '\\') {
                    buffer[at++] = (byte) c;
                } else {
                    at = escape(c, buffer, at);
                }
            } else if (c < 0x800) {
                buffer[at++] = (byte) (0xC0 | c >> 6);
                buffer[at++] = (byte) (0x80 | c & 0x3F);
            } else if (!Character.isSurrogate(c)) {
                buffer[at++] = (byte) (0xE0 | c >> 12);
                buffer[at++] = (byte) (0x80 | c >> 6 & 0x3F);
                buffer[at++] = (byte) (0x80 | c & 0x3F);
            } else if (Character.isHighSurrogate(c) && i + 1 < to && Character.isLowSurrogate(text.charAt(i + 1))) {
                int point = Character.toCodePoint(c, text.charAt(++i));
                buffer[at++] = (byte) (0xF0 | point >> 18);
                buffer[at++] = (byte) (0x80 | point >> 12 & 0x3F);
                buffer[at++] = (byte) (0x80 | point >> 6 & 0x3F);
                buffer[at++] = (byte) (0x80 | point & 0x3F);
            } else {
                at = unicode(c, buffer, at);
            }
        }
        return at;
    }

    private static int escape(char c, byte[] buffer, int at) {
        char letter = switch (c) {
            case '"', '\\' -> c;
            case '\n' -> 'n';
            case '\t' -> 't';
            case '\r' -> 'r';
            case '\b' -> 'b';
            case '\f' -> 'f';
            default -> 0;
        };
        if (letter == 0) {
            return unicode(c, buffer, at);
        }
        buffer[at++] = '\\';
        buffer[at++] = (byte) letter;
        return at;
    }

    /** Half of a pair that has lost the other half has no UTF-8 form. */
    private static int unicode(char c, byte[] buffer, int at) {
        buffer[at++] = '\\';
        buffer[at++] = 'u';
        for (int shift = 12; shift >= 0; shift -= 4) {
            buffer[at++] = HEX[c >> shift & 0xF];
        }
        return at;
    }

    void number(long value) {
        room(20);
        if (value < 0) {
            if (value == Long.MIN_VALUE) {
                ascii(Long.toString(value));
                return;
            }
            buffer[used++] = '-';
            value = -value;
        }
        used = digits(value, length(value), buffer, used);
    }

    void number(DecimalNumber number) {
        if (!number.isCompact()) {
            ascii(Texts.number(number));
            return;
        }
        long unscaled = Math.abs(number.unscaled());
        int scale = number.scale();
        while (scale > 0 && unscaled % 10 == 0) {
            unscaled /= 10;
            scale--;
        }
        room(24);
        if (number.unscaled() < 0) {
            buffer[used++] = '-';
        }
        int count = Math.max(length(unscaled), scale + 1);
        int at = digits(unscaled, count, buffer, used);
        if (scale > 0) {
            System.arraycopy(buffer, at - scale, buffer, at - scale + 1, scale);
            buffer[at - scale] = '.';
            at++;
        }
        used = at;
    }

    private static int length(long value) {
        int length = 1;
        for (long bound = 10; length < 19 && value >= bound; bound *= 10) {
            length++;
        }
        return length;
    }

    /** Exactly so many digits, zeros in front if need be. */
    private static int digits(long value, int count, byte[] buffer, int at) {
        int i = at + count;
        while (i > at) {
            long rest = value / 10;
            buffer[--i] = (byte) ('0' + (value - rest * 10));
            value = rest;
        }
        return at + count;
    }
}
