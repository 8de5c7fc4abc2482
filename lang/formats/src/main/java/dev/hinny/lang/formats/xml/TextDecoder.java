package dev.hinny.lang.formats.xml;

import dev.hinny.lang.engine.value.StringValue;
import java.nio.charset.StandardCharsets;

/** The text that a slice of content or an attribute stands for; the slice was found well-formed before. */
final class TextDecoder {
    private final byte[] source;
    private final int to;

    /** UTF-8; no reference is shorter than the character it stands for. */
    private final byte[] out;

    private int count;
    private boolean rough;

    private TextDecoder(byte[] source, int from, int to, boolean rough) {
        this.source = source;
        this.to = to;
        this.out = new byte[to - from];
        this.rough = rough;
    }

    /** The character of an entity that every document knows, 0 for another. */
    static char predefined(String name) {
        return switch (name) {
            case "amp" -> '&';
            case "lt" -> '<';
            case "gt" -> '>';
            case "quot" -> '"';
            case "apos" -> '\'';
            default -> 0;
        };
    }

    /**
     * Content: references, sections, comments and instructions are taken apart, line ends become one character.
     *
     * @param rough whether the slice itself has what needs an escape in JSON
     */
    static StringValue content(byte[] source, int from, int to, boolean rough) {
        TextDecoder decoder = new TextDecoder(source, from, to, rough);
        decoder.content(from);
        return decoder.value();
    }

    static boolean isBlank(byte[] source, int from, int to) {
        TextDecoder decoder = new TextDecoder(source, from, to, true);
        decoder.content(from);
        return Bytes.isBlank(decoder.out, 0, decoder.count);
    }

    static boolean isEmpty(byte[] source, int from, int to) {
        TextDecoder decoder = new TextDecoder(source, from, to, true);
        decoder.content(from);
        return decoder.count == 0;
    }

    /** An attribute: references are taken apart, white space becomes blanks. */
    static StringValue attribute(byte[] source, int from, int to, boolean rough) {
        TextDecoder decoder = new TextDecoder(source, from, to, rough);
        decoder.attribute(from);
        return decoder.value();
    }

    private StringValue value() {
        return StringValue.utf8(out, 0, count, !rough);
    }

    private void content(int from) {
        int p = from;
        while (p < to) {
            byte b = source[p];
            if (b == '&') {
                p = reference(p);
            } else if (b == '\r') {
                p = lineEnd(p, '\n');
            } else if (b == '<') {
                p = markup(p);
            } else {
                out[count++] = b;
                p++;
            }
        }
    }

    private void attribute(int from) {
        int p = from;
        while (p < to) {
            byte b = source[p];
            if (b == '&') {
                p = reference(p);
            } else if (b == '\r') {
                p = lineEnd(p, ' ');
            } else {
                out[count++] = b >= 0 && b < 0x20 ? (byte) ' ' : b;
                p++;
            }
        }
    }

    private int lineEnd(int p, char as) {
        out[count++] = (byte) as;
        rough |= as == '\n';
        return p + 1 < to && source[p + 1] == '\n' ? p + 2 : p + 1;
    }

    private int reference(int from) {
        int p = from + 1;
        byte first = source[p];
        if (first == '#') {
            boolean hex = source[p + 1] == 'x';
            int code = 0;
            for (p += hex ? 2 : 1; source[p] != ';'; p++) {
                code = code * (hex ? 16 : 10) + Character.digit(source[p], 16);
            }
            put(code);
            return p + 1;
        }
        byte second = source[p + 1];
        char character = switch (first) {
            case 'a' -> second == 'm' ? '&' : '\'';
            case 'l' -> '<';
            case 'g' -> '>';
            default -> '"';
        };
        put(character);
        while (source[p] != ';') {
            p++;
        }
        return p + 1;
    }

    private void put(int code) {
        if (code < 0x80) {
            rough |= code < 0x20 || code == '"' || code == '\\';
            out[count++] = (byte) code;
            return;
        }
        for (byte b : Character.toString(code).getBytes(StandardCharsets.UTF_8)) {
            out[count++] = b;
        }
    }

    private int markup(int from) {
        if (source[from + 1] == '?') {
            return behind(from, '?', '>');
        }
        if (source[from + 2] == '-') {
            return behind(from + 4, '-', '>');
        }
        int end = behind(from + 9, ']', '>');
        int p = from + 9;
        while (p < end - 3) {
            if (source[p] == '\r') {
                p = lineEnd(p, '\n');
            } else {
                out[count++] = source[p++];
            }
        }
        rough = true;
        return end;
    }

    /** The offset behind the first {@code before} that {@code last} follows; in CDATA and comments, {@code before} is double. */
    private int behind(int from, char before, char last) {
        int p = from;
        while (true) {
            if (source[p] == before) {
                if (before == '?' && source[p + 1] == last) {
                    return p + 2;
                }
                if (before != '?' && source[p + 1] == before && source[p + 2] == last) {
                    return p + 3;
                }
            }
            p++;
        }
    }
}
