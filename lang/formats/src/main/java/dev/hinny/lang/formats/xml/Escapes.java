package dev.hinny.lang.formats.xml;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Writes texts, attributes and sections with what they need escaped. */
final class Escapes {
    private static final byte SAFE = 0;
    private static final byte CHECK = 1;
    private static final byte INVALID = 2;

    private static final byte[] LESS = ascii("&lt;");
    private static final byte[] GREATER = ascii("&gt;");
    private static final byte[] AMPERSAND = ascii("&amp;");
    private static final byte[] QUOTE = ascii("&quot;");
    private static final byte[] LINE_FEED = ascii("&#10;");
    private static final byte[] TAB = ascii("&#9;");
    private static final byte[] RETURN = ascii("&#13;");

    private final XmlOutput out;
    private final WriteOptions options;
    private final byte[] inText = new byte[256];
    private final byte[] inAttribute = new byte[256];

    Escapes(XmlOutput out, WriteOptions options) {
        this.out = out;
        this.options = options;
        for (int b = 0; b < 0x20; b++) {
            inText[b] = INVALID;
            inAttribute[b] = INVALID;
        }
        for (char c : "\n\t\r<>&\"".toCharArray()) {
            inText[c] = CHECK;
            inAttribute[c] = CHECK;
        }
        inText['\n'] = SAFE;
        inText['\t'] = SAFE;
        inText['"'] = SAFE;
        inText['\r'] = options.escapeCarriageReturn() ? CHECK : SAFE;
        inText[0xEF] = CHECK;
        inAttribute[0xEF] = CHECK;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** A character that XML cannot hold, and that nothing says what to do with. */
    static final class Invalid extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int character;

        Invalid(int character) {
            super(null, null, false, false);
            this.character = character;
        }

        int character() {
            return character;
        }
    }

    void text(String text) throws IOException {
        byte[] bytes = bytes(text);
        write(bytes, 0, bytes.length, inText);
    }

    void text(byte[] utf8, int from, int length) throws IOException {
        write(utf8, from, length, inText);
    }

    void attribute(String text) throws IOException {
        byte[] bytes = bytes(text);
        write(bytes, 0, bytes.length, inAttribute);
    }

    /** UTF-8, with halves of surrogate pairs treated as characters that XML cannot hold. */
    private byte[] bytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == text.length()) {
            return bytes;
        }
        StringBuilder good = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            boolean lone = Character.isSurrogate(c) && !pair;
            if (lone && good == null) {
                good = new StringBuilder(text.substring(0, i));
            }
            if (good != null && (!lone || keep(c))) {
                good.append(c);
            }
            if (pair) {
                i++;
                if (good != null) {
                    good.append(text.charAt(i));
                }
            }
        }
        return good == null ? bytes : good.toString().getBytes(StandardCharsets.UTF_8);
    }

    private boolean keep(int character) {
        return switch (options.invalid()) {
            case FAIL -> throw new Invalid(character);
            case IGNORE -> false;
            case KEEP, BASE64 -> true;
        };
    }

    private void write(byte[] bytes, int from, int length, byte[] table) throws IOException {
        if (options.invalid() == WriteOptions.Invalid.BASE64 && hasInvalid(bytes, from, length)) {
            out.write(Base64.getEncoder().encode(java.util.Arrays.copyOfRange(bytes, from, from + length)));
            return;
        }
        int end = from + length;
        int run = from;
        for (int p = from; p < end; p++) {
            byte kind = table[bytes[p] & 0xFF];
            if (kind == SAFE) {
                continue;
            }
            if (kind == INVALID || isNoCharacter(bytes, p, end)) {
                int size = kind == INVALID ? 1 : 3;
                if (!keep(kind == INVALID ? bytes[p] : 0xFF00 | bytes[p + 2] & 0x3F | 0xC0)) {
                    out.write(bytes, run, p - run);
                    run = p + size;
                }
                p += size - 1;
                continue;
            }
            byte[] escape = escape(bytes, p, from, table == inAttribute);
            if (escape != null) {
                out.write(bytes, run, p - run);
                out.write(escape);
                run = p + 1;
            }
        }
        out.write(bytes, run, end - run);
    }

    private byte @Nullable [] escape(byte[] bytes, int p, int from, boolean attribute) {
        return switch (bytes[p]) {
            case '<' -> LESS;
            case '&' -> AMPERSAND;
            case '>' -> {
                boolean section = p - from >= 2 && bytes[p - 1] == ']' && bytes[p - 2] == ']';
                yield options.escapeGreaterThan() || section ? GREATER : null;
            }
            case '"' -> QUOTE;
            case '\n' -> LINE_FEED;
            case '\t' -> TAB;
            case '\r' -> RETURN;
            default -> null;
        };
    }

    /** U+FFFE and U+FFFF, the only ones beyond ASCII that UTF-8 can hold and XML cannot. */
    private static boolean isNoCharacter(byte[] bytes, int p, int end) {
        return bytes[p] == (byte) 0xEF && p + 2 < end && bytes[p + 1] == (byte) 0xBF && (bytes[p + 2] & 0xFE) == 0xBE;
    }

    private boolean hasInvalid(byte[] bytes, int from, int length) {
        for (int p = from; p < from + length; p++) {
            if (inText[bytes[p] & 0xFF] == INVALID || isNoCharacter(bytes, p, from + length)) {
                return true;
            }
        }
        return false;
    }

    /** A CDATA section, or several where the text has the end of one in it. */
    void section(String text) throws IOException {
        byte[] bytes = bytes(text);
        if (!out.canHold(text) || hasInvalid(bytes, 0, bytes.length)) {
            write(bytes, 0, bytes.length, inText);
            return;
        }
        out.write("<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>");
    }
}
