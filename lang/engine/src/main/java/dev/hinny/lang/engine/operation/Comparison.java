package dev.hinny.lang.engine.operation;

import dev.hinny.lang.engine.type.Type;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.LongNumber;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.NumberValue;
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

/** The order of values: what {@code <}, {@code orderBy}, {@code min} and {@code max} use. */
public final class Comparison {
    private Comparison() {}

    /** @throws dev.hinny.lang.engine.EvaluationException when the values cannot be brought to one ordered type */
    public static int compare(Value a, Value b) {
        return switch (a) {
            case LongNumber x when b instanceof LongNumber y -> Long.compare(x.value(), y.value());
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

    /** As {@link #compare}, with null after everything else: for sorting. */
    public static int order(Value a, Value b) {
        if (a instanceof NullValue || b instanceof NullValue) {
            return Boolean.compare(a instanceof NullValue, b instanceof NullValue);
        }
        return compare(a, b);
    }

    private static int converted(Value a, Value b) {
        if (a instanceof NumberValue || b instanceof NumberValue) {
            Value x = Coercions.orNull(a, Type.NUMBER);
            Value y = Coercions.orNull(b, Type.NUMBER);
            if (x != null && y != null) {
                return compare(x, y);
            }
        }
        if (a instanceof TemporalValue t) {
            Value y = Coercions.orNull(b, new Type.Simple(TypeNames.kindOf(t), Schema.NONE));
            if (y != null) {
                return compare(a, y);
            }
        }
        if (b instanceof TemporalValue t) {
            Value x = Coercions.orNull(a, new Type.Simple(TypeNames.kindOf(t), Schema.NONE));
            if (x != null) {
                return compare(x, b);
            }
        }
        String x = Texts.orNull(a);
        String y = Texts.orNull(b);
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
