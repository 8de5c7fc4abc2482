package dev.hinny.runtime.engine.expression;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BinaryValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.JavaValue;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.Namespace;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.PeriodValue;
import dev.hinny.lang.engine.value.RegexValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.TemporalValue;
import dev.hinny.lang.engine.value.TypeValue;
import dev.hinny.lang.engine.value.UriValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.engine.value.ZoneValue;
import java.nio.charset.StandardCharsets;

/** How values look where text is wanted: in log lines, headers and attributes. */
public final class Texts {
    private Texts() {}

    /** Scalars as {@code as String} gives them; objects and arrays as JSON; empty for null. */
    public static String of(Value value) {
        return switch (value) {
            case NullValue _ -> "";
            case StringValue s -> s.text();
            case BooleanValue b -> Boolean.toString(b.value());
            case NumberValue n -> n.decimal().toPlainString();
            case TemporalValue t -> t.temporal().toString();
            case Key k -> k.name();
            case UriValue u -> u.text();
            case ZoneValue z -> z.zone().toString();
            case PeriodValue p ->
                p.duration().isZero()
                        ? p.period().toString()
                        : p.period().isZero()
                                ? p.duration().toString()
                                : p.period() + p.duration().toString().substring(1);
            case RegexValue r -> r.pattern().pattern();
            case Namespace n -> n.uri();
            case BinaryValue b -> new String(b.bytes(), StandardCharsets.UTF_8);
            case JavaValue j -> String.valueOf(j.object());
            case TypeValue t -> t.type().toString();
            case FunctionValue f -> f.name();
            case ObjectValue _, ArrayValue _ ->
                new String(TypedValue.of(value, MediaType.JSON).bytes().bytes(), StandardCharsets.UTF_8);
        };
    }

    /** A document as it stands, anything else as {@link #of(Value)}. */
    public static String of(TypedValue value) {
        return value.isDocument()
                ? new String(value.bytes().bytes(), value.mediaType().charset().orElse(StandardCharsets.UTF_8))
                : of(value.value());
    }
}
