package dev.hinny.lang.formats.xml;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** What the bytes of UTF-8 mean in markup, and eight of them looked at in one step. */
final class Bytes {
    static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;
    private static final byte NAME_START = 1;
    private static final byte NAME_PART = 2;
    private static final byte ORDINARY = 4;
    private static final byte[] KIND = new byte[256];

    static {
        for (int c = 0; c < 256; c++) {
            boolean start = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == ':' || c >= 0x80;
            boolean part = start || c >= '0' && c <= '9' || c == '-' || c == '.';
            boolean ordinary = c >= 0x20 && c < 0x80 && "<&]\"\\".indexOf(c) < 0;
            KIND[c] = (byte) ((start ? NAME_START : 0) | (part ? NAME_PART : 0) | (ordinary ? ORDINARY : 0));
        }
    }

    private Bytes() {}

    static boolean startsName(byte b) {
        return (KIND[b & 0xFF] & NAME_START) != 0;
    }

    static boolean isNamePart(byte b) {
        return (KIND[b & 0xFF] & NAME_PART) != 0;
    }

    /** Whether the byte is text that neither XML nor JSON treats in any special way. */
    static boolean isOrdinary(byte b) {
        return (KIND[b & 0xFF] & ORDINARY) != 0;
    }

    static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\t' || b == '\r';
    }

    /**
     * Zero when all eight bytes are ordinary; otherwise the lowest bit that is set is in the first byte that is not. Quote and
     * ampersand differ in one bit, as backslash and bracket do, so that one comparison finds both.
     */
    static long special(long eight) {
        long control = (eight - 0x20 * ONES) & ~eight;
        long less = eight ^ ('<' * ONES);
        long and = (eight | 4 * ONES) ^ ('&' * ONES);
        long bracket = (eight | ONES) ^ (']' * ONES);
        long equal = (less - ONES) & ~less | (and - ONES) & ~and | (bracket - ONES) & ~bracket;
        return (control | equal | eight) & HIGH;
    }

    /** How many line feeds are among the first bytes. */
    static int countLines(byte[] bytes, int length) {
        int count = 0;
        int i = 0;
        for (; i + 8 <= length; i += 8) {
            long other = (long) LONG.get(bytes, i) ^ '\n' * ONES;
            count += Long.bitCount(~((other & ~HIGH) + ~HIGH | other | ~HIGH));
        }
        for (; i < length; i++) {
            count += bytes[i] == '\n' ? 1 : 0;
        }
        return count;
    }

    /** Whether a code point may stand in a document. */
    static boolean isCharacter(int c) {
        return c >= 0x20 && c < 0xD800
                || c == '\n'
                || c == '\t'
                || c == '\r'
                || c > 0xDFFF && c < 0xFFFE
                || c > 0xFFFF && c <= 0x10FFFF;
    }

    /** Whether a code point may begin a name. */
    static boolean startsName(int c) {
        return c < 0x80
                ? startsName((byte) c)
                : c >= 0xC0 && c <= 0x2FF && c != 0xD7 && c != 0xF7
                        || c >= 0x370 && c <= 0x1FFF && c != 0x37E
                        || c == 0x200C
                        || c == 0x200D
                        || c >= 0x2070 && c <= 0x218F
                        || c >= 0x2C00 && c <= 0x2FEF
                        || c >= 0x3001 && c <= 0xD7FF
                        || c >= 0xF900 && c <= 0xFDCF
                        || c >= 0xFDF0 && c <= 0xFFFD
                        || c >= 0x10000 && c <= 0xEFFFF;
    }

    /** Whether a code point may stand in a name behind its first. */
    static boolean isNamePart(int c) {
        return c < 0x80
                ? isNamePart((byte) c)
                : startsName(c) || c == 0xB7 || c >= 0x300 && c <= 0x36F || c >= 0x203F && c <= 0x2040;
    }

    /** Whether a text is a name without a colon. */
    static boolean isName(String text) {
        if (text.isEmpty() || text.indexOf(':') >= 0 || !startsName(text.codePointAt(0))) {
            return false;
        }
        return text.codePoints().allMatch(Bytes::isNamePart);
    }

    /** Whether the slice is white space only; true for none. */
    static boolean isBlank(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isSpace(bytes[i])) {
                return false;
            }
        }
        return true;
    }
}
