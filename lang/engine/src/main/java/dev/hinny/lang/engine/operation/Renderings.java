package dev.hinny.lang.engine.operation;

import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BinaryValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.PeriodValue;
import dev.hinny.lang.engine.value.RegexValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.TemporalValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.engine.value.ZoneValue;
import java.util.Base64;
import java.util.regex.Pattern;

/** Values as literals of the language on one line: for messages, logs and tests. */
public final class Renderings {
    private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private Renderings() {}

    /** The value as a literal. */
    public static String compact(Value value) {
        StringBuilder out = new StringBuilder();
        write(value, out, Integer.MAX_VALUE);
        return out.toString();
    }

    /** The value as a literal, cut after some 80 characters; text without quotes. Does not compute lazy values. */
    public static String brief(Value value) {
        if (value instanceof StringValue s) {
            return s.text().length() <= 80 ? s.text() : s.text().substring(0, 80) + "...";
        }
        StringBuilder out = new StringBuilder();
        write(value, out, 80);
        return out.length() <= 80 ? out.toString() : out.substring(0, 80) + "...";
    }

    private static void write(Value value, StringBuilder out, int limit) {
        if (out.length() > limit) {
            return;
        }
        switch (value) {
            case StringValue s -> quote(s.text(), out);
            case NullValue _ -> out.append("null");
            case BooleanValue b -> out.append(b.value());
            case NumberValue n -> out.append(Texts.plain(n.decimal()));
            case TemporalValue _, PeriodValue _, ZoneValue _ ->
                out.append('|').append(Texts.of(value)).append('|');
            case RegexValue r -> out.append('/').append(r.pattern().pattern()).append('/');
            case BinaryValue b ->
                out.append('"')
                        .append(Base64.getEncoder().encodeToString(b.bytes()))
                        .append("\" as Binary {base: \"64\"}");
            case ArrayValue array -> array(array, out, limit);
            case ObjectValue object -> object(object, out, limit);
            case FunctionValue function ->
                out.append("<function")
                        .append(function.name().isEmpty() ? "" : " ")
                        .append(function.name())
                        .append('>');
            default -> {
                String text = Texts.orNull(value);
                out.append(text == null ? "<" + TypeNames.of(value) + ">" : text);
            }
        }
    }

    private static void array(ArrayValue array, StringBuilder out, int limit) {
        if (limit < Integer.MAX_VALUE && array.isStreamed()) {
            out.append("...");
            return;
        }
        out.append('[');
        String separator = "";
        for (Value item : array) {
            out.append(separator);
            if (out.length() > limit) {
                return;
            }
            write(item, out, limit);
            separator = ", ";
        }
        out.append(']');
    }

    private static void object(ObjectValue object, StringBuilder out, int limit) {
        if (limit < Integer.MAX_VALUE && object.isStreamed()) {
            out.append("...");
            return;
        }
        out.append('{');
        String separator = "";
        for (Entry entry : object) {
            out.append(separator);
            if (out.length() > limit) {
                return;
            }
            key(entry.key(), out, limit);
            out.append(": ");
            if (limit < Integer.MAX_VALUE && !entry.isMaterialized()) {
                out.append("...");
            } else {
                write(entry.value(), out, limit);
            }
            separator = ", ";
        }
        out.append('}');
    }

    private static void key(Key key, StringBuilder out, int limit) {
        if (key.namespace() != null) {
            out.append(key.namespace().prefix()).append('#');
        }
        if (PLAIN_KEY.matcher(key.name()).matches()) {
            out.append(key.name());
        } else {
            quote(key.name(), out);
        }
        if (!key.attributes().isEmpty()) {
            StringBuilder inner = new StringBuilder();
            object(key.attributes(), inner, limit);
            out.append(" @(").append(inner, 1, inner.length() - 1).append(')');
        }
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '$' -> out.append("\\$");
                default -> out.append(c);
            }
        }
        out.append('"');
    }
}
