package dev.hinny.http;

/** Checks of request targets (RFC 9112, 3.2). */
final class Targets {
    private Targets() {}

    static boolean isOriginForm(String target) {
        return target.startsWith("/") && isClean(target);
    }

    /** Whether a server accepts the target: origin form, absolute http(s) form, or an asterisk with OPTIONS. */
    static boolean isAcceptable(String method, String target) {
        if (target.isEmpty() || !isClean(target) || !Percent.wellFormed(target)) {
            return false;
        }
        if (target.charAt(0) == '/') {
            return true;
        }
        if (target.equals("*")) {
            return method.equals("OPTIONS");
        }
        return target.regionMatches(true, 0, "http://", 0, 7) && target.length() > 7
                || target.regionMatches(true, 0, "https://", 0, 8) && target.length() > 8;
    }

    private static boolean isClean(String target) {
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c <= ' ' || c == 127) {
                return false;
            }
        }
        return true;
    }
}
