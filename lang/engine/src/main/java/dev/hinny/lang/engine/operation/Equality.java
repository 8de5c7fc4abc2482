package dev.hinny.lang.engine.operation;

import dev.hinny.lang.engine.type.Type;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BinaryValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.JavaValue;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.LongNumber;
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
import dev.hinny.lang.engine.value.Watch;
import dev.hinny.lang.engine.value.ZoneValue;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code ==} and {@code ~=}; and values as keys of hash maps by the same equality. Metadata does not count. */
public final class Equality {
    private Equality() {}

    /** {@code ==}: same type and value; a key also equals the text of its name. */
    public static boolean equal(Value a, Value b) {
        if (a == b) {
            return true;
        }
        if (a instanceof StringValue s && b instanceof StringValue t) {
            return s.sameText(t);
        }
        return switch (a) {
            case StringValue s ->
                switch (b) {
                    case Key key -> s.text().equals(key.name());
                    default -> false;
                };
            case LongNumber n ->
                b instanceof LongNumber other
                        ? n.value() == other.value()
                        : b instanceof NumberValue number && n.compareTo(number) == 0;
            case NumberValue n -> b instanceof NumberValue other && n.compareTo(other) == 0;
            case BooleanValue x -> b instanceof BooleanValue other && x.value() == other.value();
            case NullValue _ -> b instanceof NullValue;
            case Key key ->
                switch (b) {
                    case StringValue other -> key.name().equals(other.text());
                    case Key other -> keys(key, other);
                    default -> false;
                };
            case ArrayValue array -> b instanceof ArrayValue other && arrays(array, other);
            case ObjectValue object -> b instanceof ObjectValue other && objects(object, other);
            case TemporalValue t -> b instanceof TemporalValue other && temporals(t, other);
            case PeriodValue p ->
                b instanceof PeriodValue other
                        && p.period().normalized().equals(other.period().normalized())
                        && p.duration().equals(other.duration());
            case BinaryValue x -> b instanceof BinaryValue other && Arrays.equals(x.bytes(), other.bytes());
            case RegexValue r ->
                b instanceof RegexValue other
                        && r.pattern().pattern().equals(other.pattern().pattern());
            case Namespace n -> b instanceof Namespace other && n.uri().equals(other.uri());
            case TypeValue t -> b instanceof TypeValue other && types(t, other);
            case UriValue u -> b instanceof UriValue other && u.text().equals(other.text());
            case ZoneValue z -> b instanceof ZoneValue other && z.zone().equals(other.zone());
            case JavaValue j -> b instanceof JavaValue other && j.object().equals(other.object());
            case FunctionValue _ -> false;
        };
    }

    /** {@code ~=}: equal after bringing one operand to the type of the other. */
    public static boolean similar(Value a, Value b) {
        if (equal(a, b)) {
            return true;
        }
        if (a instanceof ArrayValue x && b instanceof ArrayValue y) {
            return similar(x.iterator(), y.iterator());
        }
        if (a instanceof ObjectValue x && b instanceof ObjectValue y) {
            return similarPairs(x.iterator(), y.iterator());
        }
        if (TypeNames.kindOf(a) == TypeNames.kindOf(b) || a instanceof NullValue || b instanceof NullValue) {
            return false;
        }
        if (a instanceof NumberValue || b instanceof NumberValue) {
            return converted(a, b, Type.NUMBER);
        }
        if (a instanceof BooleanValue || b instanceof BooleanValue) {
            return converted(a, b, Type.BOOLEAN);
        }
        String left = Texts.orNull(a);
        return left != null && left.equals(Texts.orNull(b));
    }

    private static boolean similar(Iterator<Value> a, Iterator<Value> b) {
        Watch.check();
        while (a.hasNext() && b.hasNext()) {
            if (!similar(a.next(), b.next())) {
                return false;
            }
        }
        return !a.hasNext() && !b.hasNext();
    }

    private static boolean similarPairs(Iterator<Entry> a, Iterator<Entry> b) {
        Watch.check();
        while (a.hasNext() && b.hasNext()) {
            Entry x = a.next();
            Entry y = b.next();
            if (!x.key().name().equals(y.key().name()) || !similar(x.value(), y.value())) {
                return false;
            }
        }
        return !a.hasNext() && !b.hasNext();
    }

    private static boolean converted(Value a, Value b, Type type) {
        Value left = Coercions.orNull(a, type);
        Value right = Coercions.orNull(b, type);
        return left != null && right != null && equal(left, right);
    }

    private static boolean types(TypeValue a, TypeValue b) {
        return a.equals(b) || TypeNames.full(a.type()).equals(TypeNames.full(b.type()));
    }

    private static boolean keys(Key a, Key b) {
        return a.name().equals(b.name())
                && Objects.equals(uri(a.namespace()), uri(b.namespace()))
                && objects(a.attributes(), b.attributes());
    }

    private static @Nullable String uri(@Nullable Namespace namespace) {
        return namespace == null ? null : namespace.uri();
    }

    private static boolean temporals(TemporalValue a, TemporalValue b) {
        if (a.temporal() instanceof ZonedDateTime x && b.temporal() instanceof ZonedDateTime y) {
            return x.isEqual(y);
        }
        if (a.temporal() instanceof OffsetTime x && b.temporal() instanceof OffsetTime y) {
            return x.isEqual(y);
        }
        return a.temporal().equals(b.temporal());
    }

    private static boolean arrays(ArrayValue a, ArrayValue b) {
        Watch.check();
        Iterator<Value> left = a.iterator();
        Iterator<Value> right = b.iterator();
        while (left.hasNext() && right.hasNext()) {
            if (!equal(left.next(), right.next())) {
                return false;
            }
        }
        return !left.hasNext() && !right.hasNext();
    }

    private static boolean objects(ObjectValue a, ObjectValue b) {
        Watch.check();
        Iterator<Entry> left = a.iterator();
        Iterator<Entry> right = b.iterator();
        while (left.hasNext() && right.hasNext()) {
            Entry x = left.next();
            Entry y = right.next();
            if (!keys(x.key(), y.key()) || !equal(x.value(), y.value())) {
                return false;
            }
        }
        return !left.hasNext() && !right.hasNext();
    }

    /** A value as the key of a hash map: equal by {@link Equality#equal}. */
    public static final class Hashed {
        private final Value value;
        private final int hash;

        public Hashed(Value value) {
            this.value = value;
            this.hash = hash(value);
        }

        public Value value() {
            return value;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Hashed h && hash == h.hash && equal(value, h.value);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        private static int hash(Value value) {
            return switch (value) {
                case StringValue s -> s.hashCode();
                case Key k -> k.name().hashCode();
                case LongNumber n -> Long.hashCode(n.value());
                case NumberValue n ->
                    n.isWhole()
                            ? Long.hashCode(n.longValue())
                            : n.decimal().stripTrailingZeros().hashCode();
                case BooleanValue b -> Boolean.hashCode(b.value());
                case ArrayValue a -> {
                    Watch.check();
                    int hash = 1;
                    for (Value item : a) {
                        hash = hash * 31 + hash(item);
                    }
                    yield hash;
                }
                case ObjectValue o -> {
                    Watch.check();
                    int hash = 7;
                    for (Entry entry : o) {
                        hash = hash * 31 + entry.key().name().hashCode() + 17 * hash(entry.value());
                    }
                    yield hash;
                }
                case TemporalValue t ->
                    t.temporal() instanceof ZonedDateTime z
                            ? z.toInstant().hashCode()
                            : t.temporal() instanceof OffsetTime
                                    ? 3
                                    : t.temporal().hashCode();
                case NullValue _ -> 0;
                case BinaryValue b -> Arrays.hashCode(b.bytes());
                default -> TypeNames.kindOf(value).hashCode();
            };
        }
    }
}
