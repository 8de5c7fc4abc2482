package dev.hinny.lang.excel;

import java.io.IOException;
import java.io.Writer;

/** Characters that XML cannot hold stand in cells as {@code _xHHHH_} (ECMA-376 part 1, section 22.9.2.19). */
final class Escapes {
    private static final int LENGTH = 7;

    private Escapes() {}

    static String decode(String text) {
        int next = text.indexOf("_x");
        if (next < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        while (next >= 0) {
            if (isEscape(text, next)) {
                out.append(text, from, next).append((char) Integer.parseInt(text, next + 2, next + 6, 16));
                from = next + LENGTH;
                next = text.indexOf("_x", from);
            } else {
                next = text.indexOf("_x", next + 1);
            }
        }
        return out.append(text, from, text.length()).toString();
    }

    private static boolean isEscape(CharSequence text, int at) {
        if (at + LENGTH > text.length()
                || text.charAt(at) != '_'
                || text.charAt(at + 1) != 'x'
                || text.charAt(at + 6) != '_') {
            return false;
        }
        for (int i = at + 2; i < at + 6; i++) {
            if (Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) > 'f') {
                return false;
            }
        }
        return true;
    }

    /** As text or attribute of XML. */
    static void write(String text, Writer out) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.write("&amp;");
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                case '"' -> out.write("&quot;");
                case '\t', '\n' -> out.write(c);
                case '_' -> out.write(isEscape(text, i) ? "_x005F_" : "_");
                default -> {
                    boolean pair = Character.isHighSurrogate(c)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1));
                    if (pair) {
                        out.write(c);
                        out.write(text.charAt(++i));
                    } else if (c < 0x20 || Character.isSurrogate(c) || c >= 0xfffe) {
                        out.write(String.format("_x%04X_", (int) c));
                    } else {
                        out.write(c);
                    }
                }
            }
        }
    }
}
