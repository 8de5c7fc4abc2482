package dev.hinny.lang.formats.json;

import java.nio.charset.StandardCharsets;

/** The text of strings that have escapes; the parser has checked them. */
final class Escapes {
    private Escapes() {}

    /** The text of the bytes between the quotes. */
    static String decode(byte[] bytes, int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        int plain = from;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\\') {
                text.append(new String(bytes, plain, i - plain, StandardCharsets.UTF_8));
                i++;
                if (bytes[i] == 'u') {
                    text.append((char) hex(bytes, i + 1));
                    i += 4;
                } else {
                    text.append(character(bytes[i]));
                }
                plain = i + 1;
            }
        }
        return text.append(new String(bytes, plain, to - plain, StandardCharsets.UTF_8))
                .toString();
    }

    private static char character(byte escaped) {
        return switch (escaped) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> (char) escaped;
        };
    }

    /** The value of four hexadecimal digits; negative when they are none. */
    static int hex(byte[] bytes, int from) {
        int value = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = Character.digit(bytes[i], 16);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }
}
