package dev.hinny.lang.formats.yaml;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import org.jspecify.annotations.Nullable;

/** The notation of text: plain where that is safe, a literal block for several lines, else in double quotes. */
final class YamlText {
    private static final int MAX_PLAIN = 500;

    private final @Nullable CharsetEncoder encoder;

    YamlText(Charset charset) {
        this.encoder = charset.name().startsWith("UTF-") ? null : charset.newEncoder();
    }

    /** On one line, without a line end. */
    String line(String text) {
        return isPlain(text) ? text : quoted(text);
    }

    /** With the line end; further lines are indented. */
    String block(String text, int indent) {
        if (text.indexOf('\n') < 0 || !isLiteral(text)) {
            return line(text) + "\n";
        }
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        int breaks = text.length() - end;
        StringBuilder out = new StringBuilder(text.length() + 64);
        out.append('|').append(breaks == 0 ? "-" : breaks == 1 ? "" : "+").append('\n');
        String margin = " ".repeat(Math.max(2, indent));
        for (String line : text.substring(0, end).split("\n", -1)) {
            out.append(line.isEmpty() ? "" : margin).append(line).append('\n');
        }
        return out.append("\n".repeat(Math.max(0, breaks - 1))).toString();
    }

    private boolean isLiteral(String text) {
        if (text.charAt(0) == ' ' || text.charAt(0) == '\n' || text.charAt(0) == '\t') {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\n' && !isPrintable(c)) {
                return false;
            }
        }
        return true;
    }

    private boolean isPlain(String text) {
        int length = text.length();
        if (length == 0 || length > MAX_PLAIN || YamlScalars.isAmbiguous(text)) {
            return false;
        }
        char first = text.charAt(0);
        char last = text.charAt(length - 1);
        if ("-?:,[]{}#&*!|>'\"%@`=".indexOf(first) >= 0 && !isMark(text, first)
                || last == ':'
                || last == ' '
                || first == ' ') {
            return false;
        }
        if (text.startsWith("---") || text.startsWith("...")) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (!isPrintable(c)
                    || c == ':' && i + 1 < length && text.charAt(i + 1) == ' '
                    || c == '#' && i > 0 && text.charAt(i - 1) == ' ') {
                return false;
            }
        }
        return true;
    }

    /** A dash, question mark or colon that starts a word is no indicator. */
    private static boolean isMark(String text, char first) {
        return (first == '-' || first == '?' || first == ':') && text.length() > 1 && text.charAt(1) > ' ';
    }

    private boolean isPrintable(char c) {
        boolean printable = c >= 0x20 && c <= 0x7e
                || c >= 0xa0 && c < 0xd800 && c != 0x2028 && c != 0x2029
                || c >= 0xe000 && c <= 0xfffd && c != 0xfeff;
        return printable && (encoder == null || encoder.canEncode(c));
    }

    private String quoted(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (isPrintable(c)) {
                        out.append(c);
                    } else if (Character.isHighSurrogate(c)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1))) {
                        out.append(String.format("\\U%08X", Character.toCodePoint(c, text.charAt(++i))));
                    } else {
                        out.append(String.format("\\u%04X", (int) c));
                    }
                }
            }
        }
        return out.append('"').toString();
    }
}
