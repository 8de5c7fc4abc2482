package dev.hinny.runtime.engine.expression;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into plain parts and scripts in {@code #[…]}. */
final class Template {
    /**
     * A piece of a text.
     *
     * @param start offset of its first character in the text, behind {@code #[} for a script
     */
    record Part(boolean script, String text, int start) {}

    private Template() {}

    /** One script part when the whole text is a script; {@code \#[} is plain text. */
    static List<Part> parse(String text) {
        if (!text.contains("#[")) {
            return List.of(new Part(false, text, 0));
        }
        int first = 0;
        while (first < text.length() && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        int last = text.length();
        while (last > first && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        if (text.startsWith("#[", first) && text.charAt(last - 1) == ']') {
            int end = close(text, first + 2);
            if (end == last - 1 || end < 0 || text.indexOf("#[", end) < 0) {
                return List.of(new Part(true, text.substring(first + 2, last - 1), first + 2));
            }
        }
        return parts(text);
    }

    private static List<Part> parts(String text) {
        List<Part> parts = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        int plainStart = 0;
        int i = 0;
        while (i < text.length()) {
            if (text.startsWith("\\#[", i)) {
                plain.append("#[");
                i += 3;
                continue;
            }
            int end = text.startsWith("#[", i) ? close(text, i + 2) : -1;
            if (end < 0) {
                plain.append(text.charAt(i++));
                continue;
            }
            if (!plain.isEmpty()) {
                parts.add(new Part(false, plain.toString(), plainStart));
                plain.setLength(0);
            }
            parts.add(new Part(true, text.substring(i + 2, end), i + 2));
            i = end + 1;
            plainStart = i;
        }
        if (!plain.isEmpty()) {
            parts.add(new Part(false, plain.toString(), plainStart));
        }
        return parts;
    }

    /** The bracket that closes the one before {@code from}, strings passed over; -1 when there is none. */
    private static int close(String text, int from) {
        int depth = 1;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\'' || c == '`') {
                int end = quote(text, i);
                i = end < 0 ? i : end;
            } else if (c == '[') {
                depth++;
            } else if (c == ']' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static int quote(String text, int open) {
        for (int i = open + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == text.charAt(open)) {
                return i;
            }
        }
        return -1;
    }
}
