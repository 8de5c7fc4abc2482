package dev.hinny.lang.formats.properties;

import dev.hinny.base.Problem;
import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads property files: comments, continued lines and escapes; of a repeated name the last value counts. */
final class PropertiesReader {
    private final String text;
    private final String name;
    private int position;
    private int line = 1;
    private int lineStart;

    PropertiesReader(String text, String name) {
        this.text = text;
        this.name = name;
    }

    ObjectValue read() {
        Map<String, String> properties = new LinkedHashMap<>();
        while (skipToProperty()) {
            String key = part(true);
            skipSpace();
            if (position < text.length() && (text.charAt(position) == '=' || text.charAt(position) == ':')) {
                position++;
                skipSpace();
            }
            properties.put(key, part(false));
        }
        List<Entry> entries = new ArrayList<>();
        properties.forEach((key, value) -> entries.add(Entry.of(key, StringValue.of(value))));
        return ObjectValue.of(entries);
    }

    /** Moves to the first character of a key, over empty lines and comments. */
    private boolean skipToProperty() {
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c == '#' || c == '!') {
                while (position < text.length() && !isLineEnd(text.charAt(position))) {
                    position++;
                }
            } else if (isLineEnd(c)) {
                lineEnd();
            } else if (isSpace(c)) {
                position++;
            } else {
                return true;
            }
        }
        return false;
    }

    /** A key up to a separator, or a value up to the end of its line. */
    private String part(boolean key) {
        StringBuilder out = new StringBuilder();
        while (position < text.length()) {
            char c = text.charAt(position);
            if (isLineEnd(c) || (key && (c == '=' || c == ':' || isSpace(c)))) {
                break;
            }
            position++;
            if (c != '\\') {
                out.append(c);
            } else if (position < text.length()) {
                escape(out);
            }
        }
        return out.toString();
    }

    private void escape(StringBuilder out) {
        char c = text.charAt(position);
        if (isLineEnd(c)) {
            lineEnd();
            skipSpace();
            return;
        }
        position++;
        switch (c) {
            case 'n' -> out.append('\n');
            case 'r' -> out.append('\r');
            case 't' -> out.append('\t');
            case 'f' -> out.append('\f');
            case 'u' -> out.append(unicode());
            default -> out.append(c);
        }
    }

    private char unicode() {
        int end = position + 4;
        int code = 0;
        for (int i = position; i < end; i++) {
            int digit = i < text.length() ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0 || text.charAt(i) > 'f') {
                int column = position - lineStart - 1;
                throw new FormatException(Problem.error(
                        "BAD-PROPERTIES",
                        new SourceSpan(name, line, column, line, column + 2, 0, 0),
                        "'\\u' needs four hexadecimal digits, found '"
                                + text.substring(position, Math.min(end, text.length()))
                                        .lines()
                                        .findFirst()
                                        .orElse("")
                                + "'",
                        "write \\\\u for a backslash with a u behind it"));
            }
            code = code * 16 + digit;
        }
        position = end;
        return (char) code;
    }

    private void skipSpace() {
        while (position < text.length() && isSpace(text.charAt(position))) {
            position++;
        }
    }

    private void lineEnd() {
        boolean pair =
                text.charAt(position) == '\r' && position + 1 < text.length() && text.charAt(position + 1) == '\n';
        position += pair ? 2 : 1;
        line++;
        lineStart = position;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\f';
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
