package dev.hinny.lang.engine.operation;

import dev.hinny.lang.engine.EvaluationException;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BinaryValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.JavaValue;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.LongNumber;
import dev.hinny.lang.engine.value.Namespace;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.PeriodValue;
import dev.hinny.lang.engine.value.RangeArray;
import dev.hinny.lang.engine.value.RegexValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.TemporalValue;
import dev.hinny.lang.engine.value.TypeValue;
import dev.hinny.lang.engine.value.UriValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.engine.value.ZoneValue;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The text of values: what concatenation, interpolation, keys and writers use. The value's {@code format} metadata counts. */
public final class Texts {
    private Texts() {}

    /** The text, or null when the value has none (arrays, objects, functions, null). */
    public static @Nullable String orNull(Value value) {
        return switch (value) {
            case StringValue s -> s.text();
            case Key k -> k.name();
            case LongNumber n when n.schema().isEmpty() -> Long.toString(n.value());
            case NumberValue n -> NumberTexts.text(n, n.schema());
            case BooleanValue b -> b.value() ? "true" : "false";
            case TemporalValue t -> TemporalTexts.text(t, t.schema());
            case PeriodValue p -> TemporalTexts.text(p);
            case ZoneValue z -> z.zone().getId();
            case UriValue u -> u.text();
            case RegexValue r -> r.pattern().pattern();
            case Namespace n -> n.uri();
            case TypeValue t -> TypeNames.of(t.type());
            case BinaryValue b -> new String(b.bytes(), charset(b.schema()));
            case RangeArray r -> join(r);
            case JavaValue j -> j.object() instanceof Enum<?> e ? e.name() : null;
            case NullValue _, ArrayValue _, ObjectValue _, FunctionValue _ -> null;
        };
    }

    /** @throws EvaluationException when the value has no text */
    public static String of(Value value) {
        if (value instanceof StringValue s) {
            return s.text();
        }
        String text = orNull(value);
        if (text == null) {
            throw Errors.cannotCoerce(value, "String");
        }
        return text;
    }

    /** As {@link #of}, with {@code null} for null: what a hole in a string shows. */
    public static String interpolated(Value value) {
        if (value instanceof StringValue s) {
            return s.text();
        }
        if (value instanceof NullValue) {
            return "null";
        }
        String text = orNull(value);
        return text == null ? Renderings.compact(value) : text;
    }

    /** Plain digits without trailing zeros. */
    public static String plain(BigDecimal decimal) {
        if (decimal.signum() == 0) {
            return "0";
        }
        return (decimal.scale() > 0 ? decimal.stripTrailingZeros() : decimal).toPlainString();
    }

    static Charset charset(Schema schema) {
        String name = schema.text("encoding");
        return name == null ? StandardCharsets.UTF_8 : charset(name);
    }

    /** @throws EvaluationException when no charset has the name */
    public static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw EvaluationException.of(
                    "UNKNOWN-ENCODING", "no encoding is named '" + name + "'", "for example UTF-8");
        }
    }

    private static String join(RangeArray values) {
        StringBuilder out = new StringBuilder();
        for (Value value : values.toList()) {
            if (!out.isEmpty()) {
                out.append(',');
            }
            out.append(of(value));
        }
        return out.toString();
    }
}
