package dev.hinny.lang.formats.flatfile;

import dev.hinny.lang.engine.EvaluationException;
import dev.hinny.lang.engine.operation.Coercions;
import dev.hinny.lang.engine.operation.TypeNames;
import dev.hinny.lang.engine.type.Type;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.TemporalValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.formats.flatfile.Faults.Unfit;
import dev.hinny.lang.formats.flatfile.Item.Element;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Dates and times without zone, as a pattern describes them. */
final class TemporalFields {
    private TemporalFields() {}

    /** The pattern of a field that has none, by its length; null for a length that says nothing. */
    static @Nullable String pattern(FieldType type, int length) {
        return switch (type) {
            case DATE ->
                switch (length) {
                    case 6 -> "yyMMdd";
                    case 8 -> "yyyyMMdd";
                    case 10 -> "yyyy-MM-dd";
                    default -> null;
                };
            case TIME ->
                switch (length) {
                    case 4 -> "HHmm";
                    case 6 -> "HHmmss";
                    case 8 -> "HHmmssSS";
                    case 9 -> "HHmmssSSS";
                    default -> null;
                };
            case DATE_TIME ->
                switch (length) {
                    case 12 -> "yyyyMMddHHmm";
                    case 14 -> "yyyyMMddHHmmss";
                    case 17 -> "yyyyMMddHHmmssSSS";
                    case 19 -> "yyyy-MM-dd'T'HH:mm:ss";
                    default -> null;
                };
            case STRING, INTEGER, DECIMAL, BOOLEAN, PACKED, ZONED, BINARY -> null;
        };
    }

    /** What a pattern does not show is the first of its kind. */
    static DateTimeFormatter formatter(String pattern) {
        DateTimeFormatterBuilder builder =
                new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern);
        String letters = pattern.replaceAll("'[^']*'", "");
        if (letters.matches(".*[yu].*") && !letters.contains("D")) {
            if (!letters.matches(".*[MLQq].*")) {
                builder.parseDefaulting(ChronoField.MONTH_OF_YEAR, 1);
            }
            if (!letters.contains("d")) {
                builder.parseDefaulting(ChronoField.DAY_OF_MONTH, 1);
            }
        }
        if (!letters.matches(".*[HhKkAnN].*")) {
            builder.parseDefaulting(ChronoField.HOUR_OF_DAY, 0);
        }
        return builder.toFormatter(Locale.ENGLISH);
    }

    static Value read(Element field, String text) {
        try {
            TemporalAccessor parsed = formatter(field).parse(text);
            return TemporalValue.of(
                    switch (field.type()) {
                        case DATE -> LocalDate.from(parsed);
                        case TIME -> LocalTime.from(parsed);
                        default -> LocalDateTime.from(parsed);
                    });
        } catch (DateTimeException e) {
            throw new Unfit(
                    "holds '" + text + "', expected a " + field.type().label() + " as the field's pattern describes",
                    "",
                    e);
        }
    }

    static String write(Element field, Value value) {
        try {
            return formatter(field).format(temporal(field, value));
        } catch (DateTimeException | EvaluationException e) {
            throw new Unfit(
                    "is of type " + TypeNames.of(value)
                            + (value instanceof StringValue s ? " ('" + s.text() + "')" : "") + ", expected a "
                            + field.type().label(),
                    "turn it into one first, for example with 'as Date {format: \"yyyy-MM-dd\"}'",
                    e);
        }
    }

    /** A text may also look as the field does. */
    private static TemporalAccessor temporal(Element field, Value value) {
        if (value instanceof StringValue text) {
            try {
                return ((TemporalValue) read(field, text.text())).temporal();
            } catch (Unfit _) {
                // then it has the form of the language
            }
        }
        Type.Kind kind = switch (field.type()) {
            case DATE -> Type.Kind.DATE;
            case TIME -> Type.Kind.LOCAL_TIME;
            default -> Type.Kind.LOCAL_DATE_TIME;
        };
        return ((TemporalValue) Coercions.coerce(value, new Type.Simple(kind, Schema.NONE))).temporal();
    }

    private static DateTimeFormatter formatter(Element field) {
        return Objects.requireNonNull(field.format().temporal());
    }
}
