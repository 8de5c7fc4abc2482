package dev.hinny.connectors.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts request addresses together (RFC 3986). */
final class Uris {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^{}/]+)}");
    private static final String UNRESERVED = "-._~";
    private static final String ALLOWED = "-._~!$&'()*+,;=:@/%?[]#";

    private Uris() {}

    /** The template with its parameters filled in and what may not stand in an address escaped. */
    static String fill(String template, Map<String, String> parameters) {
        Matcher matcher = PARAMETER.matcher(template);
        StringBuilder out = new StringBuilder();
        int last = 0;
        while (matcher.find()) {
            String value = parameters.get(matcher.group(1).strip());
            out.append(escape(template.substring(last, matcher.start()), ALLOWED));
            out.append(escape(value == null ? matcher.group() : value, UNRESERVED));
            last = matcher.end();
        }
        return out.append(escape(template.substring(last), ALLOWED)).toString();
    }

    /** The address with more query parameters. */
    static String query(String uri, List<Map.Entry<String, String>> parameters) {
        StringBuilder out = new StringBuilder(uri);
        char separator = uri.indexOf('?') < 0 ? '?' : '&';
        for (Map.Entry<String, String> parameter : parameters) {
            out.append(separator)
                    .append(escape(parameter.getKey(), UNRESERVED))
                    .append('=')
                    .append(escape(parameter.getValue(), UNRESERVED));
            separator = '&';
        }
        return out.toString();
    }

    private static String escape(String text, String allowed) {
        StringBuilder out = new StringBuilder(text.length());
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || allowed.indexOf(c) >= 0);
            if (plain) {
                out.append(c);
            } else {
                out.append('%').append(String.format("%02X", (int) c));
            }
        }
        return out.toString();
    }
}
