package dev.hinny.lang.engine.operation;

import dev.hinny.lang.engine.EvaluationException;
import dev.hinny.lang.engine.value.PeriodValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.TemporalValue;
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
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Dates, times and periods to text and back: the ISO forms, and patterns of {@link DateTimeFormatter}. */
public final class TemporalTexts {
    private static final ConcurrentHashMap<String, DateTimeFormatter> FORMATTERS = new ConcurrentHashMap<>();

    private TemporalTexts() {}

    public static String text(TemporalValue value, Schema schema) {
        String pattern = schema.text("format");
        if (pattern == null) {
            return iso(value.temporal());
        }
        try {
            return formatter(pattern, schema.text("locale"), null, false).format(value.temporal());
        } catch (DateTimeException e) {
            throw EvaluationException.of(
                    "BAD-FORMAT",
                    "'" + pattern + "' does not fit a " + TypeNames.of(value) + ": " + e.getMessage(),
                    "");
        }
    }

    /** The ISO form: seconds always, fractions only when there are some. */
    public static String iso(Temporal temporal) {
        StringBuilder out = new StringBuilder(32);
        switch (temporal) {
            case LocalDate d -> out.append(d);
            case LocalTime t -> time(t, out);
            case LocalDateTime dt -> {
                out.append(dt.toLocalDate()).append('T');
                time(dt.toLocalTime(), out);
            }
            case OffsetTime t -> {
                time(t.toLocalTime(), out);
                out.append(t.getOffset());
            }
            case ZonedDateTime z -> {
                out.append(z.toLocalDate()).append('T');
                time(z.toLocalTime(), out);
                out.append(z.getOffset());
            }
            default -> out.append(temporal);
        }
        return out.toString();
    }

    private static void time(LocalTime time, StringBuilder out) {
        two(time.getHour(), out);
        out.append(':');
        two(time.getMinute(), out);
        out.append(':');
        two(time.getSecond(), out);
        int nano = time.getNano();
        if (nano != 0) {
            String digits = String.format(Locale.ROOT, "%09d", nano);
            int end = 9;
            while (digits.charAt(end - 1) == '0') {
                end--;
            }
            end = end <= 3 ? 3 : end <= 6 ? 6 : 9;
            out.append('.').append(digits, 0, end);
        }
    }

    private static void two(int number, StringBuilder out) {
        if (number < 10) {
            out.append('0');
        }
        out.append(number);
    }

    /** {@code P1Y2M3DT4H}; {@code P0D} or {@code PT0S} for nothing. */
    public static String text(PeriodValue value) {
        if (value.duration().isZero()) {
            return value.period().isZero() && value.timed()
                    ? "PT0S"
                    : value.period().toString();
        }
        if (value.period().isZero()) {
            return value.duration().toString();
        }
        return value.period() + value.duration().toString().substring(1);
    }

    /** The formatter of a pattern; with {@code parsing}, letters in any case. */
    static DateTimeFormatter formatter(
            String pattern, @Nullable String locale, @Nullable String mode, boolean parsing) {
        String id = pattern + '\u0000' + locale + '\u0000' + mode + parsing;
        DateTimeFormatter known = FORMATTERS.get(id);
        if (known != null) {
            return known;
        }
        try {
            DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder();
            if (parsing) {
                builder.parseCaseInsensitive();
            }
            Locale wanted = locale == null ? Locale.ENGLISH : Locale.forLanguageTag(locale.replace('_', '-'));
            DateTimeFormatter made = DatePatterns.append(builder, pattern).toFormatter(wanted);
            if (mode != null) {
                made = made.withResolverStyle(style(mode));
            }
            if (FORMATTERS.size() < 1000) {
                FORMATTERS.put(id, made);
            }
            return made;
        } catch (IllegalArgumentException e) {
            throw EvaluationException.of(
                    "BAD-FORMAT",
                    "'" + pattern + "' is no date format: " + e.getMessage(),
                    "for example yyyy-MM-dd'T'HH:mm:ss");
        }
    }

    private static ResolverStyle style(String mode) {
        return switch (mode.toUpperCase(Locale.ROOT)) {
            case "SMART" -> ResolverStyle.SMART;
            case "STRICT" -> ResolverStyle.STRICT;
            case "LENIENT" -> ResolverStyle.LENIENT;
            default ->
                throw EvaluationException.of(
                        "BAD-FORMAT", "'" + mode + "' is no mode of reading dates", "SMART, STRICT or LENIENT");
        };
    }

    /** What a text stands for in the given pattern (or the ISO forms), null when it does not fit. */
    static @Nullable TemporalAccessor parse(String text, Schema schema) {
        String pattern = schema.text("format");
        try {
            if (pattern != null) {
                return formatter(pattern, schema.text("locale"), schema.text("mode"), true)
                        .parse(text);
            }
            return parseIso(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    static @Nullable TemporalAccessor parseIso(String text) {
        String stripped = text.strip();
        try {
            int t = stripped.indexOf('T');
            if (t == 0) {
                return null;
            }
            if (t > 0) {
                return zoned(stripped, t)
                        ? DateTimeFormatter.ISO_ZONED_DATE_TIME.parse(stripped, ZonedDateTime::from)
                        : LocalDateTime.parse(stripped);
            }
            if (stripped.indexOf(':') > 0) {
                return zoned(stripped, 0) ? OffsetTime.parse(stripped) : LocalTime.parse(stripped);
            }
            if (stripped.endsWith("Z") && stripped.length() == 11) {
                return LocalDate.parse(stripped.substring(0, 10));
            }
            return LocalDate.parse(stripped);
        } catch (DateTimeException e) {
            return lenient(stripped);
        }
    }

    /** Offsets without a colon ({@code -0300}) are understood too. */
    private static @Nullable TemporalAccessor lenient(String text) {
        int length = text.length();
        if (length > 15
                && (text.charAt(length - 5) == '+' || text.charAt(length - 5) == '-')
                && text.indexOf(':') > 0) {
            return parseIso(text.substring(0, length - 2) + ":" + text.substring(length - 2));
        }
        return null;
    }

    private static boolean zoned(String text, int from) {
        for (int i = from + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 'Z' || c == '+' || c == '-' || c == '[') {
                return true;
            }
        }
        return false;
    }

    static @Nullable LocalDate date(TemporalAccessor parsed) {
        LocalDate date = parsed.query(TemporalQueries.localDate());
        if (date == null && parsed.isSupported(ChronoField.YEAR) && parsed.isSupported(ChronoField.MONTH_OF_YEAR)) {
            return LocalDate.of(parsed.get(ChronoField.YEAR), parsed.get(ChronoField.MONTH_OF_YEAR), 1);
        }
        return date;
    }

    static LocalTime time(TemporalAccessor parsed) {
        LocalTime time = parsed.query(TemporalQueries.localTime());
        return time == null ? LocalTime.MIDNIGHT : time;
    }

    static @Nullable ZoneId zone(TemporalAccessor parsed) {
        return parsed.query(TemporalQueries.zone());
    }

    /** A literal between bars; null when it is none. */
    public static @Nullable Object literal(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return null;
        }
        if (stripped.charAt(0) == 'P' || stripped.startsWith("-P")) {
            PeriodValue period = period(stripped);
            if (period != null) {
                return period;
            }
        }
        TemporalAccessor parsed = parseIso(stripped);
        if (parsed != null) {
            return parsed;
        }
        try {
            return ZoneId.of(stripped);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** {@code P1Y2M}, {@code PT5H}, {@code P1DT2H}; null when the text is none. */
    public static @Nullable PeriodValue period(String text) {
        try {
            boolean negative = text.startsWith("-");
            String body = negative ? text.substring(1) : text;
            int t = body.indexOf('T');
            Period period = Period.ZERO;
            Duration duration = Duration.ZERO;
            if (t < 0) {
                period = Period.parse(body);
            } else {
                if (t > 1) {
                    period = Period.parse(body.substring(0, t));
                }
                duration = Duration.parse("P" + body.substring(t));
            }
            return new PeriodValue(
                    negative ? period.negated() : period,
                    negative ? duration.negated() : duration,
                    t >= 0,
                    Schema.NONE);
        } catch (DateTimeException e) {
            return null;
        }
    }

    static ZoneOffset offset(ZoneId zone, LocalDate date, LocalTime time) {
        return zone instanceof ZoneOffset offset ? offset : zone.getRules().getOffset(date.atTime(time));
    }
}
