package dev.hinny.http;

import java.nio.charset.StandardCharsets;

/** Percent-decoding of paths and queries (RFC 3986, 2.1). */
final class Percent {
    private Percent() {}

    static String decode(String text, boolean plusIsSpace) {
        if (text.indexOf('%') < 0 && (!plusIsSpace || text.indexOf('+') < 0)) {
            return text;
        }
        byte[] in = text.getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[in.length];
        int length = 0;
        for (int i = 0; i < in.length; i++) {
            byte b = in[i];
            if (b == '%' && i + 2 < in.length && hex(in[i + 1]) >= 0 && hex(in[i + 2]) >= 0) {
                out[length++] = (byte) (hex(in[i + 1]) << 4 | hex(in[i + 2]));
                i += 2;
            } else {
                out[length++] = b == '+' && plusIsSpace ? (byte) ' ' : b;
            }
        }
        return new String(out, 0, length, StandardCharsets.UTF_8);
    }

    /** Whether every escape is complete and none stands for NUL. */
    static boolean wellFormed(String text) {
        for (int i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 1)) {
            if (i + 2 >= text.length() || hex(text.charAt(i + 1)) < 0 || hex(text.charAt(i + 2)) < 0) {
                return false;
            }
            if (text.charAt(i + 1) == '0' && text.charAt(i + 2) == '0') {
                return false;
            }
        }
        return true;
    }

    private static int hex(int c) {
        return c > 127 ? -1 : Character.digit(c, 16);
    }
}
