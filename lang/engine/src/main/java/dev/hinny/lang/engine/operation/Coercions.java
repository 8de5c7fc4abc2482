package dev.hinny.lang.engine.operation;

import dev.hinny.lang.engine.EvaluationException;
import dev.hinny.lang.engine.type.Type;
import dev.hinny.lang.engine.type.Type.Kind;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BinaryValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.JavaValue;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.ListArray;
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
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** {@code as}: a value in another type, with the metadata of {@code {format: ...}}; also what calls do to their arguments. */
public final class Coercions {
    private Coercions() {}

    /** @throws EvaluationException when the value has no form in the type */
    public static Value coerce(Value value, Type type) {
        Value result = orNull(value, type);
        if (result == null) {
            throw Errors.cannotCoerce(value, TypeNames.full(type), CoercionHints.of(value, type));
        }
        return result;
    }

    /** What an argument of another type becomes; null when it does not fit. Null never becomes something else. */
    public static @Nullable Value argument(Value value, Type type) {
        if (TypeTests.fits(type, value)) {
            return value;
        }
        if (value instanceof NullValue) {
            return null;
        }
        try {
            return orNull(value, type);
        } catch (EvaluationException e) {
            return null;
        }
    }

    /** The value in the type, or null when it has no form in it. */
    public static @Nullable Value orNull(Value value, Type type) {
        return switch (type) {
            case Type.Simple s -> simple(value, s.kind(), s.schema());
            case Type.Array a -> array(value, a.item());
            case Type.Object o -> object(value, o);
            case Type.Function f -> value instanceof FunctionValue ? value : ConstantFunction.of(value, f);
            case Type.Union u -> union(value, u.types());
            case Type.Intersection i -> {
                Value result = value;
                for (Type part : i.types()) {
                    result = result == null ? null : orNull(result, part);
                }
                yield result;
            }
            case Type.Literal l -> Equality.similar(l.value(), value) ? l.value() : null;
            case Type.Parameterized p -> simple(value, p.kind(), Schema.NONE);
            case Type.Variable v -> v.bound() == Type.ANY ? value : orNull(value, v.bound());
            case Type.Named n -> orNull(value, n.resolve());
        };
    }

    private static @Nullable Value union(Value value, List<Type> types) {
        for (Type type : types) {
            if (TypeTests.accepts(type, value)) {
                return value;
            }
        }
        for (Type type : types) {
            Value result = orNull(value, type);
            if (result != null) {
                return result;
            }
        }
        return null;
    }

    private static @Nullable Value simple(Value value, Kind kind, Schema schema) {
        if (value instanceof NullValue && kind != Kind.NULL && kind != Kind.ANY) {
            return null;
        }
        Value result = switch (kind) {
            case ANY -> value;
            case NOTHING -> null;
            case NULL -> value instanceof NullValue ? value : null;
            case STRING -> string(value, schema);
            case NUMBER -> number(value, schema);
            case BOOLEAN -> bool(value);
            case BINARY -> binary(value, schema);
            case DATE, DATE_TIME, LOCAL_DATE_TIME, LOCAL_TIME, TIME -> TemporalCoercions.coerce(value, kind, schema);
            case TIME_ZONE -> TemporalCoercions.zone(value);
            case PERIOD -> period(value);
            case REGEX -> regex(value);
            case URI ->
                value instanceof UriValue
                        ? value
                        : text(value) instanceof String s ? new UriValue(s, Schema.NONE) : null;
            case KEY -> value instanceof Key ? value : text(value) instanceof String s ? Key.of(s) : null;
            case NAME_TYPE -> value instanceof Key || value instanceof StringValue ? value : null;
            case NAMESPACE -> namespace(value);
            case ARRAY, ITERATOR -> array(value, Type.ANY);
            case RANGE -> value instanceof RangeArray ? value : null;
            case OBJECT -> value instanceof ObjectValue || value instanceof JavaValue ? value : null;
            case FUNCTION -> value instanceof FunctionValue ? value : null;
            case TYPE -> value instanceof TypeValue ? value : null;
            case ENUM -> value instanceof JavaValue ? value : marked(string(value, schema), "enumeration");
            case CDATA -> marked(string(value, schema), "cdata");
            case COMPARABLE, SIMPLE ->
                TypeTests.accepts(new Type.Simple(kind, Schema.NONE), value)
                        ? value
                        : text(value) instanceof String s ? StringValue.of(s) : null;
        };
        if (result == null || schema.isEmpty()) {
            return result;
        }
        return result.withSchema(result.schema().merge(schema));
    }

    private static @Nullable String text(Value value) {
        return value instanceof ArrayValue ? null : Texts.orNull(value);
    }

    private static @Nullable Value string(Value value, Schema schema) {
        if (schema.isEmpty()) {
            if (value instanceof StringValue) {
                return value;
            }
            String text = Texts.orNull(value);
            return text == null ? null : StringValue.of(text);
        }
        Schema own = value.schema().merge(schema);
        String text = switch (value) {
            case NumberValue n -> NumberTexts.text(n, own);
            case TemporalValue t -> TemporalTexts.text(t, own);
            case BinaryValue b when schema.text("base") instanceof String base -> baseText(b, base);
            case BinaryValue b -> new String(b.bytes(), Texts.charset(own));
            default -> Texts.orNull(value);
        };
        return text == null ? null : StringValue.of(text);
    }

    private static String baseText(BinaryValue binary, String base) {
        return base.equals("16")
                ? HexFormat.of().withUpperCase().formatHex(binary.bytes())
                : Base64.getEncoder().encodeToString(binary.bytes());
    }

    private static @Nullable Value number(Value value, Schema schema) {
        return switch (value) {
            case NumberValue n -> n;
            case StringValue s ->
                NumberTexts.parse(
                        s.text(), schema.isEmpty() ? s.schema() : s.schema().merge(schema));
            case Key k -> NumberTexts.parse(k.name(), schema);
            case TemporalValue t -> TemporalCoercions.number(t, schema.text("unit"));
            case PeriodValue p -> TemporalCoercions.number(p, schema.text("unit"));
            case BinaryValue b -> NumberValue.of(new BigInteger(b.bytes()));
            default -> null;
        };
    }

    private static @Nullable Value bool(Value value) {
        if (value instanceof BooleanValue) {
            return value;
        }
        String text = value instanceof StringValue s ? s.text() : value instanceof Key k ? k.name() : "";
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> BooleanValue.TRUE;
            case "false" -> BooleanValue.FALSE;
            default -> null;
        };
    }

    private static @Nullable Value binary(Value value, Schema schema) {
        return switch (value) {
            case BinaryValue b -> b;
            case StringValue s when schema.text("base") instanceof String base -> decode(s.text(), base);
            case StringValue s ->
                BinaryValue.of(s.text().getBytes(Texts.charset(s.schema().merge(schema))));
            case Key k -> BinaryValue.of(k.name().getBytes(Texts.charset(schema)));
            case NumberValue n
            when n.isWhole() -> BinaryValue.of(n.decimal().toBigInteger().toByteArray());
            default -> null;
        };
    }

    private static @Nullable Value decode(String text, String base) {
        try {
            return BinaryValue.of(
                    base.equals("16")
                            ? HexFormat.of().parseHex(text)
                            : Base64.getMimeDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable Value period(Value value) {
        return switch (value) {
            case PeriodValue p -> p;
            case StringValue s -> TemporalTexts.period(s.text());
            default -> null;
        };
    }

    private static @Nullable Value regex(Value value) {
        if (value instanceof RegexValue) {
            return value;
        }
        if (!(value instanceof StringValue s)) {
            return null;
        }
        try {
            return new RegexValue(Pattern.compile(s.text()));
        } catch (PatternSyntaxException e) {
            throw EvaluationException.of(
                    "BAD-REGEX", "'" + Renderings.brief(s) + "' is no regular expression: " + e.getDescription(), "");
        }
    }

    private static @Nullable Value namespace(Value value) {
        if (value instanceof Namespace) {
            return value;
        }
        if (value instanceof ObjectValue o && o.get("uri") instanceof StringValue uri) {
            return new Namespace(o.get("prefix") instanceof StringValue prefix ? prefix.text() : "ns0", uri.text());
        }
        return value instanceof StringValue s ? new Namespace("ns0", s.text()) : null;
    }

    /** The text with a schema property that tells which kind of text it is. */
    private static @Nullable Value marked(@Nullable Value text, String property) {
        return text == null ? null : text.withSchema(text.schema().merge(Schema.of(property, BooleanValue.TRUE)));
    }

    private static @Nullable Value array(Value value, Type item) {
        if (!(value instanceof ArrayValue array)) {
            return null;
        }
        if (item == Type.ANY || item instanceof Type.Variable v && v.bound() == Type.ANY) {
            return array;
        }
        List<Value> items = new ArrayList<>();
        boolean changed = false;
        for (Value before : array) {
            Value after = TypeTests.accepts(item, before) ? before : orNull(before, item);
            if (after == null) {
                return null;
            }
            changed |= after != before;
            items.add(after);
        }
        return changed ? new ListArray(items, array.schema()) : array;
    }

    private static @Nullable Value object(Value value, Type.Object type) {
        if (value instanceof JavaValue) {
            return value;
        }
        if (!(value instanceof ObjectValue object)) {
            return null;
        }
        if (type.fields().isEmpty()) {
            return object;
        }
        for (Type.Field field : type.fields()) {
            if (field.name() != null && !field.optional() && !field.repeated() && object.get(field.name()) == null) {
                return null;
            }
        }
        List<Entry> entries = new ArrayList<>();
        boolean changed = false;
        for (Entry entry : object) {
            Type.Field field = TypeTests.fieldOf(type, entry.key());
            if (field == null || field.type() == Type.ANY || field.type() instanceof Type.Variable) {
                if (field == null && !type.open()) {
                    return null;
                }
                entries.add(entry);
                continue;
            }
            Value before = entry.value();
            Value after = TypeTests.accepts(field.type(), before) ? before : orNull(before, field.type());
            if (after == null) {
                return null;
            }
            changed |= after != before;
            entries.add(after == before ? entry : Entry.of(entry.key(), after));
        }
        return changed ? ObjectValue.of(entries).withSchema(object.schema()) : object;
    }

    /** A zone value. */
    static ZoneValue zone(java.time.ZoneId zone) {
        return new ZoneValue(zone, Schema.NONE);
    }
}
