package dev.hinny.lang.engine.operation;

import dev.hinny.lang.engine.EvaluationException;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.PeriodValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.TemporalValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.engine.value.ZoneValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/** Arithmetic and fields of dates, times and periods. */
final class Temporals {
    private Temporals() {}

    /** What lies beyond the dates and periods that there are. */
    static EvaluationException beyond() {
        return EvaluationException.capacity(
                "BEYOND-DATES",
                "the result lies beyond all dates and periods",
                "years go to 999999999, parts of a period to 2147483647");
    }

    static Value plus(TemporalValue value, PeriodValue amount) {
        try {
            return added(value, amount);
        } catch (DateTimeException | ArithmeticException e) {
            throw beyond();
        }
    }

    private static Value added(TemporalValue value, PeriodValue amount) {
        Temporal result = value.temporal();
        boolean dated = result.isSupported(ChronoField.EPOCH_DAY);
        boolean timed = result.isSupported(ChronoField.SECOND_OF_DAY);
        if (dated) {
            result = result.plus(amount.period());
        }
        if (timed) {
            result = result.plus(amount.duration());
        } else if (!amount.duration().isZero()) {
            result = result.plus(Period.ofDays((int) amount.duration().toDays()));
        }
        return new TemporalValue(result, value.schema());
    }

    static PeriodValue negate(PeriodValue p) {
        try {
            return new PeriodValue(p.period().negated(), p.duration().negated(), p.timed(), Schema.NONE);
        } catch (ArithmeticException e) {
            throw beyond();
        }
    }

    /** Two periods together are a number: of months when both only have years and months, else of seconds. */
    static Value sum(PeriodValue a, PeriodValue b) {
        try {
            return total(a, b);
        } catch (ArithmeticException e) {
            throw beyond();
        }
    }

    private static Value total(PeriodValue a, PeriodValue b) {
        Period period = a.period().plus(b.period());
        Duration duration = a.duration().plus(b.duration());
        boolean months = a.duration().isZero()
                && b.duration().isZero()
                && a.period().getDays() == 0
                && b.period().getDays() == 0;
        if (months) {
            return NumberValue.of(period.toTotalMonths());
        }
        Duration whole = Comparison.length(new PeriodValue(period, duration, Schema.NONE));
        return Arithmetic.number(BigDecimal.valueOf(whole.getSeconds()).add(BigDecimal.valueOf(whole.getNano(), 9)));
    }

    /** The time from {@code b} to {@code a}, exact; null when the two kinds do not go together. */
    static @Nullable Value minus(TemporalValue a, TemporalValue b) {
        Temporal x = a.temporal();
        Temporal y = b.temporal();
        Duration between = switch (x) {
            case LocalDate d
            when y instanceof LocalDate other -> Duration.between(other.atStartOfDay(), d.atStartOfDay());
            case LocalDate d when y instanceof LocalDateTime other -> Duration.between(other, d.atStartOfDay());
            case LocalDateTime d when y instanceof LocalDateTime other -> Duration.between(other, d);
            case LocalDateTime d when y instanceof LocalDate other -> Duration.between(other.atStartOfDay(), d);
            case LocalDateTime d
            when y instanceof ZonedDateTime other -> Duration.between(other, d.atZone(ZoneOffset.UTC));
            case ZonedDateTime d when y instanceof ZonedDateTime other -> Duration.between(other, d);
            case ZonedDateTime d
            when y instanceof LocalDateTime other -> Duration.between(other.atZone(ZoneOffset.UTC), d);
            case ZonedDateTime d
            when y instanceof LocalDate other -> Duration.between(other.atStartOfDay(ZoneOffset.UTC), d);
            case LocalDate d
            when y instanceof ZonedDateTime other -> Duration.between(other, d.atStartOfDay(ZoneOffset.UTC));
            case LocalTime t when y instanceof LocalTime other -> Duration.between(other, t);
            case OffsetTime t when y instanceof OffsetTime other -> Duration.between(other, t);
            default -> null;
        };
        return between == null ? null : PeriodValue.of(between);
    }

    /** The same moment in another zone. */
    static @Nullable Value inZone(TemporalValue value, ZoneId zone) {
        return switch (value.temporal()) {
            case ZonedDateTime z -> TemporalValue.of(z.withZoneSameInstant(zone));
            case LocalDateTime d -> TemporalValue.of(d.atZone(zone));
            case OffsetTime t
            when zone instanceof ZoneOffset offset -> TemporalValue.of(t.withOffsetSameInstant(offset));
            default -> null;
        };
    }

    /** A field such as {@code year}; null where the value has no such field. */
    static @Nullable Value field(TemporalValue value, String name) {
        Temporal t = value.temporal();
        return switch (name) {
            case "year" -> get(t, ChronoField.YEAR);
            case "month" -> get(t, ChronoField.MONTH_OF_YEAR);
            case "day" -> get(t, ChronoField.DAY_OF_MONTH);
            case "hour", "hours" -> get(t, ChronoField.HOUR_OF_DAY);
            case "minutes" -> get(t, ChronoField.MINUTE_OF_HOUR);
            case "seconds", "secs" -> get(t, ChronoField.SECOND_OF_MINUTE);
            case "milliseconds" -> get(t, ChronoField.MILLI_OF_SECOND);
            case "nanoseconds" -> get(t, ChronoField.NANO_OF_SECOND);
            case "quarter" ->
                t.isSupported(ChronoField.EPOCH_DAY) ? NumberValue.of((long) t.get(IsoFields.QUARTER_OF_YEAR)) : null;
            case "dayOfWeek" -> get(t, ChronoField.DAY_OF_WEEK);
            case "dayOfYear" -> get(t, ChronoField.DAY_OF_YEAR);
            case "offsetSeconds" -> get(t, ChronoField.OFFSET_SECONDS);
            case "timezone" -> zone(t);
            default -> null;
        };
    }

    private static @Nullable Value zone(Temporal t) {
        return switch (t) {
            case ZonedDateTime z -> StringValue.of(z.getZone().getId());
            case OffsetTime o -> StringValue.of(o.getOffset().getId());
            default -> null;
        };
    }

    private static @Nullable Value get(Temporal t, ChronoField field) {
        return t.isSupported(field) ? NumberValue.of(t.getLong(field)) : null;
    }

    /** A field of a period; null where there is none. */
    static @Nullable Value field(PeriodValue p, String name) {
        return switch (name) {
            case "years" -> NumberValue.of((long) p.period().getYears());
            case "months" -> NumberValue.of((long) p.period().getMonths());
            case "days" ->
                NumberValue.of(p.period().getDays()
                        + (p.period().isZero() ? p.duration().toDays() : 0));
            case "hours" -> NumberValue.of((long) p.duration().toHoursPart());
            case "minutes" -> NumberValue.of((long) p.duration().toMinutesPart());
            case "secs", "seconds" -> NumberValue.of((long) p.duration().toSecondsPart());
            default -> null;
        };
    }

    /** {@code date ++ time} and the like; null when the two do not go together. */
    static @Nullable Value join(Value a, Value b) {
        if (a instanceof TemporalValue x && b instanceof TemporalValue y) {
            return join(x.temporal(), y.temporal());
        }
        if (a instanceof TemporalValue x && b instanceof ZoneValue z) {
            return join(x.temporal(), z.zone());
        }
        if (a instanceof ZoneValue z && b instanceof TemporalValue y) {
            return join(y.temporal(), z.zone());
        }
        return null;
    }

    private static @Nullable Value join(Temporal a, Temporal b) {
        Temporal joined = switch (a) {
            case LocalDate d when b instanceof LocalTime t -> d.atTime(t);
            case LocalTime t when b instanceof LocalDate d -> d.atTime(t);
            case LocalDate d when b instanceof OffsetTime t -> d.atTime(t).toZonedDateTime();
            case OffsetTime t when b instanceof LocalDate d -> d.atTime(t).toZonedDateTime();
            default -> null;
        };
        return joined == null ? null : TemporalValue.of(joined);
    }

    private static @Nullable Value join(Temporal a, ZoneId zone) {
        return switch (a) {
            case LocalDate d -> TemporalValue.of(d.atStartOfDay(zone));
            case LocalDateTime d -> TemporalValue.of(d.atZone(zone));
            case LocalTime t -> TemporalValue.of(t.atOffset(TemporalTexts.offset(zone, LocalDate.now(zone), t)));
            default -> null;
        };
    }
}
