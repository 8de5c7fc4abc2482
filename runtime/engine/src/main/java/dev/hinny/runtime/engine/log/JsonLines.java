package dev.hinny.runtime.engine.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** A log line as one JSON object on one line (RFC 8259), cut to a bound. */
public final class JsonLines {
    /** Characters of one message or stack trace. */
    private static final int MAXIMUM_TEXT = 32 << 10;

    private static final int MAXIMUM_FIELD = 4 << 10;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private JsonLines() {}

    /** Without line end. */
    public static String format(LogLine line) {
        StringBuilder out = new StringBuilder(256 + Math.min(line.message().length(), MAXIMUM_TEXT));
        out.append("{\"time\":\"");
        TIME.formatTo(line.time(), out);
        out.append('"');
        field("level", line.level().name(), MAXIMUM_FIELD, out);
        field("logger", line.logger(), MAXIMUM_FIELD, out);
        field("thread", line.thread(), MAXIMUM_FIELD, out);
        for (Map.Entry<String, Object> entry : line.fields()) {
            if (entry.getValue() instanceof Number || entry.getValue() instanceof Boolean) {
                out.append(',');
                quote(entry.getKey(), MAXIMUM_FIELD, out);
                out.append(':').append(entry.getValue());
            } else {
                field(entry.getKey(), String.valueOf(entry.getValue()), MAXIMUM_FIELD, out);
            }
        }
        field("message", line.message(), MAXIMUM_TEXT, out);
        Throwable throwable = line.throwable();
        if (throwable != null) {
            StringWriter stack = new StringWriter();
            throwable.printStackTrace(new PrintWriter(stack));
            field("throwable", stack.toString(), MAXIMUM_TEXT, out);
        }
        return out.append('}').toString();
    }

    private static void field(String name, String value, int bound, StringBuilder out) {
        out.append(',');
        quote(name, MAXIMUM_FIELD, out);
        out.append(':');
        quote(value, bound, out);
    }

    private static void quote(String text, int bound, StringBuilder out) {
        int end = Math.min(text.length(), bound);
        if (end < text.length() && end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        out.append('"');
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || c == 0x2028 || c == 0x2029 || isLoneSurrogate(text, i)) {
                        out.append("\\u")
                                .append(HEX[c >> 12])
                                .append(HEX[c >> 8 & 15])
                                .append(HEX[c >> 4 & 15])
                                .append(HEX[c & 15]);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        if (end < text.length()) {
            out.append("… (").append(text.length() - end).append(" more characters)");
        }
        out.append('"');
    }

    private static boolean isLoneSurrogate(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
