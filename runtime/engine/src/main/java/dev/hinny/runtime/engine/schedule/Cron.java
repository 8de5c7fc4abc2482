package dev.hinny.runtime.engine.schedule;

import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Times in Quartz syntax: second, minute, hour, day of month, month, day of week and optionally year, with
 * {@code * ? , - / L W #} and names.
 *
 * @see <a href="https://www.quartz-scheduler.org/documentation/quartz-2.3.0/tutorials/crontrigger.html">CronTrigger</a>
 */
public final class Cron {
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2299;

    private final BitSet seconds;
    private final BitSet minutes;
    private final BitSet hours;
    private final DayRule daysOfMonth;
    private final BitSet months;
    private final DayRule daysOfWeek;
    private final BitSet years;

    private Cron(
            BitSet seconds,
            BitSet minutes,
            BitSet hours,
            DayRule daysOfMonth,
            BitSet months,
            DayRule daysOfWeek,
            BitSet years) {
        this.seconds = seconds;
        this.minutes = minutes;
        this.hours = hours;
        this.daysOfMonth = daysOfMonth;
        this.months = months;
        this.daysOfWeek = daysOfWeek;
        this.years = years;
    }

    /** @throws ProblemException of code {@code BAD-CRON} */
    public static Cron parse(String expression) {
        String[] fields = expression.strip().toUpperCase(Locale.ROOT).split("\\s+");
        if (fields.length < 6 || fields.length > 7) {
            throw bad(expression, "it has " + fields.length + " fields where 6 or 7 are expected");
        }
        CronField.Reader reader = new CronField.Reader(expression);
        if (fields[3].equals("?") && fields[5].equals("?")) {
            throw bad(expression, "'?' cannot stand for both days");
        }
        return new Cron(
                reader.set("second", fields[0], 0, 59, List.of()),
                reader.set("minute", fields[1], 0, 59, List.of()),
                reader.set("hour", fields[2], 0, 23, List.of()),
                reader.dayOfMonth(fields[3]),
                reader.set("month", fields[4], 1, 12, CronField.MONTHS),
                reader.dayOfWeek(fields[5]),
                fields.length == 7
                        ? reader.set("year", fields[6], FIRST_YEAR, LAST_YEAR, List.of())
                        : reader.set("year", "*", FIRST_YEAR, LAST_YEAR, List.of()));
    }

    static ProblemException bad(String expression, String why) {
        return new ProblemException(Problem.error(
                "BAD-CRON",
                null,
                "'" + expression + "' is no cron expression: " + why,
                "second minute hour day-of-month month day-of-week [year], as in 0 0/5 * * * ?"));
    }

    /**
     * The first time after the given one; empty when there is none any more. A local time that a change of the clocks leaves
     * out is taken when the clock has moved; one that comes twice fires once.
     */
    public Optional<ZonedDateTime> next(ZonedDateTime after) {
        ZoneId zone = after.getZone();
        LocalDateTime start = after.toLocalDateTime().withNano(0).plusSeconds(1);
        LocalDate date = start.toLocalDate();
        LocalTime from = start.toLocalTime();
        int tries = 0;
        while (date.getYear() <= LAST_YEAR && tries++ < 366 * 30) {
            if (!years.get(date.getYear())) {
                int year = years.nextSetBit(date.getYear());
                if (year < 0) {
                    return Optional.empty();
                }
                date = LocalDate.of(year, 1, 1);
                from = LocalTime.MIN;
            }
            if (!months.get(date.getMonthValue())) {
                date = date.withDayOfMonth(1).plusMonths(1);
                from = LocalTime.MIN;
                continue;
            }
            if (daysOfMonth.fits(date) && daysOfWeek.fits(date)) {
                Optional<LocalTime> time = time(from);
                if (time.isPresent()) {
                    ZonedDateTime found = date.atTime(time.get()).atZone(zone);
                    if (found.isAfter(after)) {
                        return Optional.of(found);
                    }
                    from = time.get().plusSeconds(1);
                    if (from.equals(LocalTime.MIN)) {
                        date = date.plusDays(1);
                    }
                    continue;
                }
            }
            date = date.plusDays(1);
            from = LocalTime.MIN;
        }
        return Optional.empty();
    }

    /** The first time of day that is not before the given one. */
    private Optional<LocalTime> time(LocalTime from) {
        for (int hour = hours.nextSetBit(from.getHour()); hour >= 0; hour = hours.nextSetBit(hour + 1)) {
            int firstMinute = hour == from.getHour() ? from.getMinute() : 0;
            for (int minute = minutes.nextSetBit(firstMinute); minute >= 0; minute = minutes.nextSetBit(minute + 1)) {
                boolean same = hour == from.getHour() && minute == from.getMinute();
                int second = seconds.nextSetBit(same ? from.getSecond() : 0);
                if (second >= 0) {
                    return Optional.of(LocalTime.of(hour, minute, second));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a day fits the day-of-month or day-of-week field. */
    @FunctionalInterface
    interface DayRule {
        boolean fits(LocalDate date);
    }
}
