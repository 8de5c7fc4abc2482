package dev.hinny.lang.engine.library;

import static dev.hinny.lang.engine.library.Args.whole;

import dev.hinny.lang.engine.operation.Concatenation;
import dev.hinny.lang.engine.operation.Errors;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.LongNumber;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.PeriodValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.TemporalValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.engine.value.ZoneValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAdjusters;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Dates, times and periods. */
final class Temporals implements NativeFamily {
    @Override
    public String name() {
        return "dates";
    }

    @Override
    public @Nullable NativeFunction find(String name) {
        return switch (name) {
            case "now" -> a -> TemporalValue.of(ZonedDateTime.now());
            case "today" -> a -> TemporalValue.of(LocalDate.now());
            case "join" -> a -> Concatenation.concat(a[0], a[1]);
            case "daysBetween" ->
                a -> LongNumber.of(ChronoUnit.DAYS.between((LocalDate) temporal(a[0]), (LocalDate) temporal(a[1])));
            case "isLeapYear" -> a -> BooleanValue.of(Year.isLeap(temporal(a[0]).get(ChronoField.YEAR)));
            case "atBeginningOfDay" -> a -> change(a[0], t -> t.with(LocalTime.MIDNIGHT));
            case "atBeginningOfHour" ->
                a -> change(
                        a[0],
                        t -> t.with(ChronoField.MINUTE_OF_HOUR, 0)
                                .with(ChronoField.SECOND_OF_MINUTE, 0)
                                .with(ChronoField.NANO_OF_SECOND, 0));
            case "atBeginningOfMonth" -> a -> change(a[0], t -> midnight(t.with(ChronoField.DAY_OF_MONTH, 1)));
            case "atBeginningOfYear" -> a -> change(a[0], t -> midnight(t.with(ChronoField.DAY_OF_YEAR, 1)));
            case "atBeginningOfWeek" ->
                a -> change(a[0], t -> midnight(t.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY))));
            case "date" -> a -> made(() -> date(Args.object(a[0])));
            case "localTime" -> a -> made(() -> time(Args.object(a[0])));
            case "time" -> a -> made(() -> time(Args.object(a[0])).atOffset(offset(zone(Args.object(a[0])))));
            case "localDateTime" -> a -> made(() -> LocalDateTime.of(date(Args.object(a[0])), time(Args.object(a[0]))));
            case "dateTime" ->
                a -> made(() -> LocalDateTime.of(date(Args.object(a[0])), time(Args.object(a[0])))
                        .atZone(zone(Args.object(a[0]))));
            case "between" ->
                a -> PeriodValue.of(Period.between((LocalDate) temporal(a[1]), (LocalDate) temporal(a[0])));
            case "period" ->
                a -> {
                    ObjectValue o = Args.object(a[0]);
                    return PeriodValue.of(Period.of(field(o, "years", 0), field(o, "months", 0), field(o, "days", 0)));
                };
            case "duration" ->
                a -> {
                    ObjectValue o = Args.object(a[0]);
                    return PeriodValue.of(Duration.ofDays(field(o, "days", 0))
                            .plusHours(field(o, "hours", 0))
                            .plusMinutes(field(o, "minutes", 0))
                            .plusNanos(nanos(o.get("seconds"))));
                };
            case "years" -> a -> PeriodValue.of(Period.ofYears(whole(a[0])));
            case "months" -> a -> PeriodValue.of(Period.ofMonths(whole(a[0])));
            case "days" ->
                a -> ((NumberValue) a[0]).isWhole() ? PeriodValue.of(Period.ofDays(whole(a[0]))) : length(a[0], 86_400);
            case "hours" -> a -> length(a[0], 3_600);
            case "minutes" -> a -> length(a[0], 60);
            case "seconds" -> a -> length(a[0], 1);
            case "milliseconds" ->
                a -> LongNumber.of(((ZonedDateTime) temporal(a[0])).toInstant().toEpochMilli());
            case "currentMilliseconds" -> a -> LongNumber.of(System.currentTimeMillis());
            default -> null;
        };
    }

    private static Temporal temporal(Value value) {
        return ((TemporalValue) value).temporal();
    }

    private static Value change(Value value, UnaryOperator<Temporal> change) {
        return new TemporalValue(change.apply(temporal(value)), Schema.NONE);
    }

    private static Temporal midnight(Temporal t) {
        return t.isSupported(ChronoField.NANO_OF_DAY) ? t.with(LocalTime.MIDNIGHT) : t;
    }

    private interface Maker {
        Temporal make();
    }

    private static Value made(Maker maker) {
        try {
            return TemporalValue.of(maker.make());
        } catch (DateTimeException e) {
            throw Errors.argument("date", String.valueOf(e.getMessage()));
        }
    }

    private static LocalDate date(ObjectValue o) {
        return LocalDate.of(field(o, "year", 1970), field(o, "month", 1), field(o, "day", 1));
    }

    private static LocalTime time(ObjectValue o) {
        return LocalTime.of(field(o, "hour", 0), field(o, "minutes", 0)).plusNanos(nanos(o.get("seconds")));
    }

    private static ZoneId zone(ObjectValue o) {
        return o.get("timeZone") instanceof ZoneValue z ? z.zone() : ZoneOffset.UTC;
    }

    /** A time of day has no zone rules to follow: a region counts with the offset that it has now. */
    private static ZoneOffset offset(ZoneId zone) {
        return zone.getRules().getOffset(Instant.now());
    }

    private static int field(ObjectValue o, String name, int otherwise) {
        return o.get(name) instanceof NumberValue n ? (int) n.longValue() : otherwise;
    }

    private static Value length(Value amount, long seconds) {
        BigDecimal nanos = ((NumberValue) amount)
                .decimal()
                .multiply(BigDecimal.valueOf(seconds))
                .movePointRight(9);
        return PeriodValue.of(Duration.ofNanos(nanos.longValue()));
    }

    private static long nanos(@Nullable Value seconds) {
        return seconds instanceof NumberValue n ? n.decimal().movePointRight(9).longValue() : 0;
    }
}
