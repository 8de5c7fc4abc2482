package dev.hinny.lang.formats.xml;

import java.nio.charset.StandardCharsets;

/** The text that a slice of content or an attribute stands for; the slice was found well-formed before. */
final class TextDecoder {
    private TextDecoder() {}

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

    /** Content: references, sections, comments and instructions are taken apart, line ends become one character. */
    static String content(byte[] source, int from, int to) {
        StringBuilder out = new StringBuilder(to - from);
        int p = from;
        while (p < to) {
            int run = p;
            while (p < to && source[p] != '&' && source[p] != '<' && source[p] != '\r') {
                p++;
            }
            run(source, run, p, out);
            if (p < to) {
                p = switch (source[p]) {
                    case '&' -> reference(source, p, out);
                    case '\r' -> lineEnd(source, p, to, '\n', out);
                    default -> markup(source, p, out);
                };
            }
        }
        return out.toString();
    }

    /** An attribute: references are taken apart, white space becomes blanks. */
    static String attribute(byte[] source, int from, int to) {
        StringBuilder out = new StringBuilder(to - from);
        int p = from;
        while (p < to) {
            int run = p;
            while (p < to && source[p] != '&' && (source[p] >= 0x20 || source[p] < 0)) {
                p++;
            }
            run(source, run, p, out);
            if (p < to) {
                if (source[p] == '&') {
                    p = reference(source, p, out);
                } else if (source[p] == '\r') {
                    p = lineEnd(source, p, to, ' ', out);
                } else {
                    out.append(' ');
                    p++;
                }
            }
        }
        return out.toString();
    }

    private static void run(byte[] source, int from, int to, StringBuilder out) {
        if (to > from) {
            out.append(new String(source, from, to - from, StandardCharsets.UTF_8));
        }
    }

    private static int lineEnd(byte[] source, int p, int to, char as, StringBuilder out) {
        out.append(as);
        return p + 1 < to && source[p + 1] == '\n' ? p + 2 : p + 1;
    }

    static int reference(byte[] source, int from, StringBuilder out) {
        int p = from + 1;
        while (source[p] != ';') {
            p++;
        }
        String name = new String(source, from + 1, p - from - 1, StandardCharsets.US_ASCII);
        if (name.startsWith("#x")) {
            out.appendCodePoint(Integer.parseInt(name, 2, name.length(), 16));
        } else if (name.startsWith("#")) {
            out.appendCodePoint(Integer.parseInt(name, 1, name.length(), 10));
        } else {
            out.append(predefined(name));
        }
        return p + 1;
    }

    private static int markup(byte[] source, int from, StringBuilder out) {
        if (source[from + 1] == '?') {
            return behind(source, from, '?', '>');
        }
        if (source[from + 2] == '-') {
            return behind(source, from + 4, '-', '>');
        }
        int end = behind(source, from + 9, ']', '>');
        section(source, from + 9, end - 3, out);
        return end;
    }

    private static void section(byte[] source, int from, int to, StringBuilder out) {
        int p = from;
        while (p < to) {
            int run = p;
            while (p < to && source[p] != '\r') {
                p++;
            }
            run(source, run, p, out);
            if (p < to) {
                p = lineEnd(source, p, to, '\n', out);
            }
        }
    }

    /** The offset behind the first {@code before} that {@code last} follows; in CDATA and comments, {@code before} is double. */
    private static int behind(byte[] source, int from, char before, char last) {
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
