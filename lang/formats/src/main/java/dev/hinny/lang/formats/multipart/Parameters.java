package dev.hinny.lang.formats.multipart;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A header of a word and parameters: {@code form-data; name="a"; filename*=UTF-8''%C3%A4.txt} (RFC 6266, RFC 8187). */
record Parameters(String value, Map<String, String> parameters) {
    static Parameters parse(String text) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Map<String, String> extended = new LinkedHashMap<>();
        int at = end(text, 0);
        String value = text.substring(0, at).strip();
        while (at < text.length()) {
            int next = end(text, at + 1);
            String part = text.substring(at + 1, next);
            int equals = part.indexOf('=');
            if (equals > 0) {
                String name = part.substring(0, equals).strip().toLowerCase(Locale.ROOT);
                String given = part.substring(equals + 1).strip();
                if (name.endsWith("*")) {
                    extended.put(name.substring(0, name.length() - 1), decoded(given));
                } else {
                    parameters.putIfAbsent(name, unquoted(given));
                }
            }
            at = next;
        }
        parameters.putAll(extended);
        return new Parameters(value, parameters);
    }

    /** The next semicolon outside quotes. */
    private static int end(String text, int from) {
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\' && quoted) {
                i++;
            } else if (c == ';' && !quoted) {
                return i;
            }
        }
        return text.length();
    }

    /** Only quotes and backslashes are escaped: some browsers send paths with single backslashes. */
    private static String unquoted(String text) {
        if (text.length() < 2 || text.charAt(0) != '"' || !text.endsWith("\"")) {
            return text;
        }
        return text.substring(1, text.length() - 1)
                .replace("\\\"", "\"")
                .replace("\\\\", "\\")
                .replace("%22", "\"");
    }

    private static String decoded(String text) {
        int first = text.indexOf('\'');
        int second = text.indexOf('\'', first + 1);
        if (first < 0 || second < 0) {
            return unquoted(text);
        }
        Charset charset = text.substring(0, first).equalsIgnoreCase("ISO-8859-1")
                ? StandardCharsets.ISO_8859_1
                : StandardCharsets.UTF_8;
        byte[] in = text.substring(second + 1).getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[in.length];
        int count = 0;
        for (int i = 0; i < in.length; i++) {
            int high = in[i] == '%' && i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(in[i + 2], 16) : -1;
            out[count++] = low >= 0 ? (byte) (high << 4 | low) : in[i];
            i += low >= 0 ? 2 : 0;
        }
        return new String(out, 0, count, charset);
    }
}
