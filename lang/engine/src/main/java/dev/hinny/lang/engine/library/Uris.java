package dev.hinny.lang.engine.library;

import dev.hinny.lang.engine.operation.Errors;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** URIs: parts and percent encoding. */
final class Uris implements NativeFamily {
    private static final String UNRESERVED = "-_.!~*'()";
    private static final String RESERVED = ";,/?:@&=+$#";

    @Override
    public String name() {
        return "uris";
    }

    @Override
    public @Nullable NativeFunction find(String name) {
        return switch (name) {
            case "encode" -> a -> StringValue.of(encode(Args.text(a[0]), UNRESERVED + RESERVED));
            case "encodeComponent" -> a -> StringValue.of(encode(Args.text(a[0]), UNRESERVED));
            case "decode" -> a -> StringValue.of(decode(Args.text(a[0]), RESERVED));
            case "decodeComponent" -> a -> StringValue.of(decode(Args.text(a[0]), ""));
            case "parse" -> a -> parse(Args.text(a[0]));
            default -> null;
        };
    }

    private static String encode(String text, String kept) {
        StringBuilder out = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 128 && (Character.isLetterOrDigit(c) || kept.indexOf(c) >= 0)) {
                out.append(c);
            } else {
                out.append(String.format("%%%02X", b & 0xff));
            }
        }
        return out.toString();
    }

    /** Escapes of {@code kept} characters stay escapes. */
    private static String decode(String text, String kept) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%' && isHex(text, i + 1)) {
                int code = Integer.parseInt(text, i + 1, i + 3, 16);
                if (code < 128 && kept.indexOf((char) code) >= 0) {
                    out.writeBytes(text.substring(i, i + 3).getBytes(StandardCharsets.UTF_8));
                } else {
                    out.write(code);
                }
                i += 2;
            } else if (c == '%') {
                throw Errors.argument("decodeURI", "'" + text + "' has a '%' without two hexadecimal digits");
            } else {
                out.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static boolean isHex(String text, int from) {
        return from + 2 <= text.length()
                && Character.digit(text.charAt(from), 16) >= 0
                && Character.digit(text.charAt(from + 1), 16) >= 0;
    }

    private static Value parse(String text) {
        UriParts parts = UriParts.of(text);
        List<Entry> entries = new ArrayList<>();
        entries.add(Entry.of("isValid", BooleanValue.of(parts != null)));
        entries.add(Entry.of("raw", StringValue.of(text)));
        if (parts != null) {
            add(entries, "host", parts.host());
            add(entries, "authority", parts.authority());
            add(entries, "fragment", parts.fragment());
            add(entries, "path", parts.isOpaque() ? null : parts.path());
            if (parts.port() >= 0) {
                entries.add(Entry.of("port", NumberValue.of((long) parts.port())));
            }
            add(entries, "query", parts.isOpaque() ? null : parts.query());
            add(entries, "scheme", parts.scheme());
            add(entries, "user", parts.user());
            entries.add(Entry.of("isAbsolute", BooleanValue.of(parts.isAbsolute())));
            entries.add(Entry.of("isOpaque", BooleanValue.of(parts.isOpaque())));
        }
        return ObjectValue.of(entries);
    }

    private static void add(List<Entry> entries, String name, @Nullable String part) {
        if (part != null) {
            entries.add(Entry.of(name, StringValue.of(decode(part, ""))));
        }
    }
}
