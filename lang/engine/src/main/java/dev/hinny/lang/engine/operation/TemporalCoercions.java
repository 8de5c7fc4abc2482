package dev.hinny.lang.engine.operation;

import dev.hinny.lang.engine.EvaluationException;
import dev.hinny.lang.engine.type.Type.Kind;
import dev.hinny.lang.engine.value.Key;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/** Coercions to and from dates, times, zones and periods. */
final class TemporalCoercions {
    private TemporalCoercions() {}

    static @Nullable Value coerce(Value value, Kind kind, Schema schema) {
        return switch (value) {
            case TemporalValue t when TypeNames.kindOf(t) == kind -> t;
            case TemporalValue t -> convert(t.temporal(), kind);
            case StringValue s ->
                parse(s.text(), kind, s.schema().isEmpty() ? schema : s.schema().merge(schema));
            case Key k -> parse(k.name(), kind, schema);
            // digits such as 20201231: a format without a unit says how to read them
            case NumberValue n
            when kind != Kind.DATE_TIME && schema.text("format") != null && schema.text("unit") == null ->
                parse(Texts.of(n), kind, schema);
            case NumberValue n
            when kind == Kind.DATE_TIME || kind == Kind.LOCAL_DATE_TIME || kind == Kind.DATE ->
                instant(n, kind, schema.text("unit"));
            default -> null;
        };
    }

    private static @Nullable Value instant(NumberValue number, Kind kind, @Nullable String unit) {
        boolean milliseconds = unit != null && unit.startsWith("milli");
        if (unit != null && !milliseconds && !unit.equals("seconds")) {
            return badUnit(unit);
        }
        try {
            Instant instant = milliseconds
                    ? Instant.ofEpochMilli(number.decimal().toBigInteger().longValueExact())
                    : Instant.ofEpochSecond(
                            number.decimal().toBigInteger().longValueExact(),
                            number.decimal()
                                    .remainder(BigDecimal.ONE)
                                    .movePointRight(9)
                                    .longValue());
            return convert(instant.atZone(ZoneOffset.UTC), kind);
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    private static @Nullable Value parse(String text, Kind kind, Schema schema) {
        TemporalAccessor parsed = TemporalTexts.parse(text, schema);
        if (parsed == null) {
            return null;
        }
        try {
            if (parsed instanceof Temporal temporal) {
                Value converted = convert(temporal, kind);
                return converted;
            }
            return build(parsed, kind);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Value build(TemporalAccessor parsed, Kind kind) {
        LocalDate date = TemporalTexts.date(parsed);
        LocalTime time = TemporalTexts.time(parsed);
        ZoneId zone = TemporalTexts.zone(parsed);
        Temporal result = switch (kind) {
            case DATE -> date;
            case LOCAL_DATE_TIME -> date == null ? null : date.atTime(time);
            case DATE_TIME -> date == null ? null : date.atTime(time).atZone(zone == null ? ZoneOffset.UTC : zone);
            case LOCAL_TIME -> time;
            case TIME ->
                time.atOffset(zone == null ? ZoneOffset.UTC : TemporalTexts.offset(zone, LocalDate.EPOCH, time));
            default -> null;
        };
        return result == null ? null : TemporalValue.of(result);
    }

    private static @Nullable Value convert(Temporal temporal, Kind kind) {
        Temporal result = switch (temporal) {
            case LocalDate d ->
                switch (kind) {
                    case DATE -> d;
                    case LOCAL_DATE_TIME -> d.atStartOfDay();
                    case DATE_TIME -> d.atStartOfDay(ZoneOffset.UTC);
                    default -> null;
                };
            case LocalDateTime d ->
                switch (kind) {
                    case DATE -> d.toLocalDate();
                    case LOCAL_DATE_TIME -> d;
                    case DATE_TIME -> d.atZone(ZoneOffset.UTC);
                    case LOCAL_TIME -> d.toLocalTime();
                    case TIME -> d.toLocalTime().atOffset(ZoneOffset.UTC);
                    default -> null;
                };
            case ZonedDateTime d ->
                switch (kind) {
                    case DATE -> d.toLocalDate();
                    case LOCAL_DATE_TIME -> d.toLocalDateTime();
                    case DATE_TIME -> d;
                    case LOCAL_TIME -> d.toLocalTime();
                    case TIME -> d.toLocalTime().atOffset(d.getOffset());
                    default -> null;
                };
            case LocalTime t ->
                switch (kind) {
                    case LOCAL_TIME -> t;
                    case TIME -> t.atOffset(ZoneOffset.UTC);
                    default -> null;
                };
            case OffsetTime t ->
                switch (kind) {
                    case LOCAL_TIME -> t.toLocalTime();
                    case TIME -> t;
                    default -> null;
                };
            default -> null;
        };
        return result == null ? null : TemporalValue.of(result);
    }

    static @Nullable Value zone(Value value) {
        return switch (value) {
            case ZoneValue z -> z;
            case TemporalValue t
            when t.temporal() instanceof ZonedDateTime z -> new ZoneValue(z.getZone(), Schema.NONE);
            case TemporalValue t when t.temporal() instanceof OffsetTime o -> new ZoneValue(o.getOffset(), Schema.NONE);
            case StringValue s -> {
                try {
                    yield new ZoneValue(ZoneId.of(s.text(), ZoneId.SHORT_IDS), Schema.NONE);
                } catch (DateTimeException e) {
                    yield null;
                }
            }
            default -> null;
        };
    }

    /** Seconds since 1970, or milliseconds when the unit says so. */
    static @Nullable Value number(TemporalValue value, @Nullable String unit) {
        Instant instant = switch (value.temporal()) {
            case ZonedDateTime z -> z.toInstant();
            case LocalDateTime d -> d.toInstant(ZoneOffset.UTC);
            case LocalDate d -> d.atStartOfDay(ZoneOffset.UTC).toInstant();
            default -> null;
        };
        if (instant == null) {
            return null;
        }
        if (unit == null || unit.equals("seconds")) {
            return NumberValue.of(instant.getEpochSecond());
        }
        return unit.startsWith("milli") ? NumberValue.of(instant.toEpochMilli()) : badUnit(unit);
    }

    static @Nullable Value number(PeriodValue p, @Nullable String unit) {
        Duration length = p.duration().plusDays(p.period().getDays());
        long months = p.period().toTotalMonths();
        return switch (unit == null ? "seconds" : unit) {
            case "nanos" ->
                whole(
                        months,
                        () -> BigDecimal.valueOf(length.getSeconds())
                                .movePointRight(9)
                                .add(BigDecimal.valueOf(length.getNano())));
            case "milliseconds", "millis" -> whole(months, () -> BigDecimal.valueOf(length.toMillis()));
            case "seconds" -> whole(months, () -> BigDecimal.valueOf(length.getSeconds()));
            case "minutes" -> whole(months, () -> BigDecimal.valueOf(length.toMinutes()));
            case "hours" -> whole(months, () -> BigDecimal.valueOf(length.toHours()));
            case "days" -> whole(months, () -> BigDecimal.valueOf(length.toDays()));
            case "months" -> NumberValue.of(months);
            case "years" -> NumberValue.of(months / 12);
            default -> badUnit(String.valueOf(unit));
        };
    }

    private static @Nullable Value whole(long months, java.util.function.Supplier<BigDecimal> amount) {
        return months != 0 ? null : Arithmetic.number(amount.get());
    }

    private static Value badUnit(String unit) {
        throw EvaluationException.of(
                "BAD-UNIT", "'" + unit + "' is no unit of this coercion", "for example seconds or milliseconds");
    }
}
