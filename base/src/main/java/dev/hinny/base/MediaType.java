package dev.hinny.base;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A media type (RFC 9110 section 8.3.1): type and subtype in lower case, parameters in order with lower-case names.
 * Immutable.
 */
public record MediaType(String type, String subtype, Map<String, String> parameters) {
    public static final MediaType ANY = new MediaType("*", "*", Map.of());
    public static final MediaType JSON = new MediaType("application", "json", Map.of());
    public static final MediaType XML = new MediaType("application", "xml", Map.of());
    public static final MediaType JAVA = new MediaType("application", "java", Map.of());
    public static final MediaType TEXT = new MediaType("text", "plain", Map.of());
    public static final MediaType BINARY = new MediaType("application", "octet-stream", Map.of());

    public MediaType {
        type = type.toLowerCase(Locale.ROOT);
        subtype = subtype.toLowerCase(Locale.ROOT);
        parameters = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** Reads {@code type/subtype; name=value}. Empty when the text is no media type. */
    public static Optional<MediaType> parse(String text) {
        String[] parts = split(text);
        String essence = parts[0].strip();
        int slash = essence.indexOf('/');
        if (slash <= 0 || slash == essence.length() - 1 || essence.indexOf('/', slash + 1) >= 0 || hasSpace(essence)) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            if (equals > 0) {
                parameters.put(
                        parts[i].substring(0, equals).strip().toLowerCase(Locale.ROOT),
                        unquote(parts[i].substring(equals + 1).strip()));
            }
        }
        return Optional.of(new MediaType(essence.substring(0, slash), essence.substring(slash + 1), parameters));
    }

    /** Without parameters: {@code application/json}. */
    public String essence() {
        return type + "/" + subtype;
    }

    /** The charset parameter, when it names one that this JVM knows. */
    public Optional<Charset> charset() {
        String name = parameters.get("charset");
        if (name == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** The same type with the charset parameter set. */
    public MediaType withCharset(Charset charset) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        changed.put("charset", charset.name());
        return new MediaType(type, subtype, changed);
    }

    /** Whether this range (with {@code *} wildcards) takes in the other type; parameters are not compared. */
    public boolean includes(MediaType other) {
        return type.equals("*") || (type.equals(other.type) && (subtype.equals("*") || subtype.equals(other.subtype)));
    }

    public boolean isAny() {
        return type.equals("*");
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(essence());
        parameters.forEach((k, v) -> {
            out.append("; ").append(k).append('=');
            boolean token = v.chars().allMatch(c -> Character.isLetterOrDigit(c) || "!#$%&'*+-.^_`|~".indexOf(c) >= 0);
            out.append(token && !v.isEmpty() ? v : '"' + v.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
        });
        return out.toString();
    }

    private static String[] split(String text) {
        java.util.List<String> parts = new java.util.ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ';' && !quoted) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts.toArray(String[]::new);
    }

    /** Only quotes and backslashes are escaped: any other backslash stays, as in {@code separator="\t"}. */
    private static String unquote(String value) {
        if (value.length() < 2 || value.charAt(0) != '"' || !value.endsWith("\"")) {
            return value;
        }
        return value.substring(1, value.length() - 1).replaceAll("\\\\([\"\\\\])", "$1");
    }

    private static boolean hasSpace(String text) {
        return text.chars().anyMatch(Character::isWhitespace);
    }
}
