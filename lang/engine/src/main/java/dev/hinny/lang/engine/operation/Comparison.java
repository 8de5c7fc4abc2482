package dev.hinny.lang.engine.operation;

import dev.hinny.lang.engine.type.Type;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.LongNumber;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.PeriodValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.TemporalValue;
import dev.hinny.lang.engine.value.Value;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The order of values: what {@code <}, {@code orderBy}, {@code min} and {@code max} use. */
public final class Comparison {
    private Comparison() {}

    /** @throws dev.hinny.lang.engine.EvaluationException when the values cannot be brought to one ordered type */
    public static int compare(Value a, Value b) {
        if (a instanceof LongNumber x && b instanceof LongNumber y) {
            return Long.compare(x.value(), y.value());
        }
        return switch (a) {
            case NumberValue x when b instanceof NumberValue y -> x.compareTo(y);
            case StringValue x when b instanceof StringValue y -> x.compareText(y);
            case BooleanValue x when b instanceof BooleanValue y -> Boolean.compare(x.value(), y.value());
            case TemporalValue x
            when b instanceof TemporalValue y
                    && x.temporal().getClass() == y.temporal().getClass() -> temporals(x, y);
            case PeriodValue x when b instanceof PeriodValue y -> length(x).compareTo(length(y));
            case Key x when b instanceof Key y -> x.name().compareTo(y.name());
            default -> converted(a, b);
        };
    }

    /** As {@link #compare} for values of one type: what {@code max} and {@code min} take. */
    public static int compareAlike(String function, Value a, Value b) {
        if (TypeNames.kindOf(a) != TypeNames.kindOf(b)) {
            throw Errors.argument(
                    function,
                    "there is no order between " + described(a) + " and " + described(b)
                            + "; all must be of one type, none null");
        }
        return compare(a, b);
    }

    /**
     * The order that sorts all these values, null after everything else. Values of several types are brought to numbers or
     * to the type of the first.
     *
     * @throws dev.hinny.lang.engine.EvaluationException when they have no order together
     */
    public static Comparator<Value> order(List<Value> values) {
        Value first = null;
        boolean alike = true;
        boolean numbers = false;
        for (Value value : values) {
            if (!(value instanceof NullValue)) {
                first = first == null ? value : first;
                alike &= TypeNames.kindOf(value) == TypeNames.kindOf(first);
                numbers |= value instanceof NumberValue;
            }
        }
        if (first == null || alike) {
            return Comparison::nullsLast;
        }
        Type common = numbers ? Type.NUMBER : new Type.Simple(TypeNames.kindOf(first), Schema.NONE);
        Map<Value, Value> converted = new IdentityHashMap<>();
        for (Value value : values) {
            Value in = value instanceof NullValue ? value : Coercions.orNull(value, common);
            if (in == null) {
                throw Errors.argument(
                        "orderBy",
                        "there is no order between " + described(first == value ? values.getLast() : first) + " and "
                                + described(value) + "; bring the criterion to one type with 'as'");
            }
            converted.put(value, in);
        }
        return (a, b) -> nullsLast(converted.getOrDefault(a, a), converted.getOrDefault(b, b));
    }

    private static int nullsLast(Value a, Value b) {
        if (a instanceof NullValue || b instanceof NullValue) {
            return Boolean.compare(a instanceof NullValue, b instanceof NullValue);
        }
        return compare(a, b);
    }

    private static String described(Value value) {
        return TypeNames.of(value) + " (" + Renderings.brief(value) + ")";
    }

    /** The right operand counts in the type of the left one. */
    private static int converted(Value a, Value b) {
        Value right = a instanceof NullValue
                        || b instanceof NullValue
                        || a instanceof ArrayValue
                        || a instanceof ObjectValue
                        || TypeNames.kindOf(a) == TypeNames.kindOf(b)
                ? null
                : Coercions.orNull(b, new Type.Simple(TypeNames.kindOf(a), Schema.NONE));
        if (right != null && TypeNames.kindOf(right) == TypeNames.kindOf(a)) {
            return compare(a, right);
        }
        String x = Texts.orNull(a);
        String y = TypeNames.kindOf(a) == TypeNames.kindOf(b) && !(a instanceof ArrayValue) ? Texts.orNull(b) : null;
        if (x == null || y == null) {
            throw Errors.operands("<", a, b);
        }
        return x.compareTo(y);
    }

    private static int temporals(TemporalValue a, TemporalValue b) {
        return switch (a.temporal()) {
            case LocalDate x -> x.compareTo((LocalDate) b.temporal());
            case LocalDateTime x -> x.compareTo((LocalDateTime) b.temporal());
            case LocalTime x -> x.compareTo((LocalTime) b.temporal());
            case OffsetTime x -> x.compareTo((OffsetTime) b.temporal());
            case ZonedDateTime x -> x.toInstant().compareTo(((ZonedDateTime) b.temporal()).toInstant());
            default -> throw Errors.operands("<", a, b);
        };
    }

    /** The length of a period, months taken as 30 days, years as 365. */
    static Duration length(PeriodValue p) {
        long days = p.period().getYears() * 365L
                + p.period().getMonths() * 30L
                + p.period().getDays();
        return p.duration().plusDays(days);
    }
}
