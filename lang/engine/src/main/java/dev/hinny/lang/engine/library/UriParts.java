package dev.hinny.lang.engine.library;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a URI reference as RFC 3986 parts it, still encoded; characters beyond ASCII count as letters.
 *
 * @param host with the brackets of an IPv6 address
 * @param port -1 where there is none
 */
record UriParts(
        @Nullable String scheme,
        @Nullable String authority,
        @Nullable String user,
        @Nullable String host,
        int port,
        String path,
        @Nullable String query,
        @Nullable String fragment) {
    /** The expression of appendix B, with the scheme's own characters. */
    private static final Pattern PARTS = Pattern.compile(
            "(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?#]*))?([^?#]*)(?:\\?([^#]*))?(?:#(.*))?", Pattern.DOTALL);

    private static final Pattern AUTHORITY = Pattern.compile(
            "(?:([^@\\[\\]]*)@)?(\\[[0-9A-Fa-f:.]+]|\\[v[0-9A-Fa-f]+\\.[^\\]]+]|[^:\\[\\]@]*)(?::([0-9]*))?");

    private static final Pattern CHARACTERS =
            Pattern.compile("(?:%[0-9A-Fa-f]{2}|[A-Za-z0-9:/?@!$&'()*+,;=._~\\[\\]-]|[^\\p{ASCII}\\p{Z}\\p{Cntrl}])*");

    /** Null where the text is no URI reference. */
    static @Nullable UriParts of(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches() || !isSound(parts)) {
            return null;
        }
        String authority = parts.group(2);
        if (authority == null) {
            return new UriParts(parts.group(1), null, null, null, -1, parts.group(3), parts.group(4), parts.group(5));
        }
        Matcher within = AUTHORITY.matcher(authority);
        if (!within.matches() || !parts.group(3).isEmpty() && !parts.group(3).startsWith("/")) {
            return null;
        }
        return new UriParts(
                parts.group(1),
                authority,
                within.group(1),
                within.group(2).isEmpty() ? null : within.group(2),
                port(within.group(3)),
                parts.group(3),
                parts.group(4),
                parts.group(5));
    }

    private static boolean isSound(Matcher parts) {
        String path = parts.group(3);
        if (path.indexOf('[') >= 0
                || parts.group(1) == null && firstSegment(path).indexOf(':') >= 0) {
            return false;
        }
        for (int i = 2; i <= parts.groupCount(); i++) {
            if (parts.group(i) != null && !CHARACTERS.matcher(parts.group(i)).matches()) {
                return false;
            }
        }
        return true;
    }

    private static String firstSegment(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }

    private static int port(@Nullable String digits) {
        return digits == null || digits.isEmpty() || digits.length() > 9 ? -1 : Integer.parseInt(digits);
    }

    boolean isAbsolute() {
        return scheme != null;
    }

    /** Whether what follows the scheme has no parts, as in {@code mailto:ada@example.com}. */
    boolean isOpaque() {
        return scheme != null && authority == null && !path.startsWith("/");
    }
}
