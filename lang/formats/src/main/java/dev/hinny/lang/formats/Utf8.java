package dev.hinny.lang.formats;

import dev.hinny.lang.engine.value.StringValue;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Checks bytes before they are handed on as UTF-8 (RFC 3629: no overlong forms, no surrogates, at most U+10FFFF). */
public final class Utf8 {
    private Utf8() {}

    /** The text of bytes in an encoding, as a slice of them where that is possible. */
    public static StringValue text(byte[] bytes, int start, int length, Charset charset) {
        boolean plain = true;
        boolean ascii = true;
        for (int i = start; i < start + length; i++) {
            byte b = bytes[i];
            ascii &= b >= 0;
            plain &= (b < 0 || b >= 0x20) && b != '"' && b != '\\';
        }
        boolean slice = charset.equals(StandardCharsets.UTF_8)
                ? ascii || isValid(bytes, start, length)
                : charset.equals(StandardCharsets.US_ASCII) && ascii;
        return slice
                ? StringValue.utf8(bytes, start, length, plain)
                : StringValue.of(new String(bytes, start, length, charset));
    }

    public static boolean isValid(byte[] bytes, int start, int length) {
        int end = start + length;
        int i = start;
        while (i < end) {
            int b = bytes[i];
            if (b >= 0) {
                i++;
                continue;
            }
            int more = following(b & 0xff);
            if (more == 0 || end - i <= more || !isContinued(bytes, i, more)) {
                return false;
            }
            i += more + 1;
        }
        return true;
    }

    private static int following(int first) {
        if (first < 0xc2 || first > 0xf4) {
            return 0;
        }
        return first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
    }

    private static boolean isContinued(byte[] bytes, int at, int more) {
        int first = bytes[at] & 0xff;
        int second = bytes[at + 1] & 0xff;
        int least = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
        int most = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
        if (second < least || second > most) {
            return false;
        }
        for (int i = at + 2; i <= at + more; i++) {
            if ((bytes[i] & 0xc0) != 0x80) {
                return false;
            }
        }
        return true;
    }
}
