package dev.hinny.lang.formats;

import dev.hinny.base.Problem;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BinaryValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.DecimalNumber;
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
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.TemporalValue;
import dev.hinny.lang.engine.value.TypeValue;
import dev.hinny.lang.engine.value.UriValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.engine.value.ZoneValue;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.Locale;

/** The text of simple values, as every text format writes them. */
public final class Texts {
    private Texts() {}

    /** @throws FormatException for arrays, objects and functions, which have no text */
    public static String of(Value value, String format) {
        return switch (value) {
            case StringValue s -> s.text();
            case NumberValue n -> number(n);
            case BooleanValue b -> Boolean.toString(b.value());
            case NullValue _ -> "";
            case TemporalValue t -> temporal(t);
            case PeriodValue p -> period(p);
            case ZoneValue z -> z.zone().getId();
            case BinaryValue b -> new String(b.bytes(), charset(b.schema()));
            case Key k -> k.name();
            case Namespace n -> n.uri();
            case UriValue u -> u.text();
            case RegexValue r -> r.pattern().pattern();
            case TypeValue t -> t.type().toString();
            case JavaValue j -> String.valueOf(j.object());
            case FunctionValue _ -> throw noText("a function", format);
            case ArrayValue _ -> throw noText("an array", format);
            case ObjectValue _ -> throw noText("an object", format);
        };
    }

    /** Plain decimal notation without trailing zeros. */
    public static String number(NumberValue number) {
        return switch (number) {
            case LongNumber(long value, Schema _) -> Long.toString(value);
            case DecimalNumber(BigDecimal decimal, Schema _) -> plain(decimal);
        };
    }

    private static String plain(BigDecimal decimal) {
        if (decimal.signum() == 0) {
            return "0";
        }
        BigDecimal stripped = decimal.stripTrailingZeros();
        return Math.abs((long) stripped.precision() - stripped.scale()) > 400
                ? stripped.toString()
                : stripped.toPlainString();
    }

    private static String temporal(TemporalValue value) {
        String pattern = value.schema().text("format");
        if (pattern != null) {
            String language = value.schema().text("locale");
            Locale locale = language == null ? Locale.ROOT : Locale.forLanguageTag(language.replace('_', '-'));
            try {
                return DateTimeFormatter.ofPattern(pattern, locale).format(value.temporal());
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new FormatException(
                        Problem.error(
                                "BAD-DATE-FORMAT",
                                null,
                                "the date format '" + pattern + "' does not fit a value of type "
                                        + value.temporal().getClass().getSimpleName(),
                                String.valueOf(e.getMessage())),
                        e);
            }
        }
        return iso(value.temporal());
    }

    private static String iso(Temporal temporal) {
        return switch (temporal) {
            case ZonedDateTime t -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(t);
            case OffsetTime t -> DateTimeFormatter.ISO_OFFSET_TIME.format(t);
            case LocalDateTime t -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(t);
            case LocalTime t -> DateTimeFormatter.ISO_LOCAL_TIME.format(t);
            case LocalDate t -> t.toString();
            default -> temporal.toString();
        };
    }

    private static String period(PeriodValue value) {
        if (value.period().equals(Period.ZERO)) {
            return value.duration().toString();
        }
        String date = value.period().toString();
        return value.duration().equals(Duration.ZERO) ? date : date + value.duration().toString().substring(1);
    }

    private static Charset charset(Schema schema) {
        String encoding = schema.text("encoding");
        return encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
    }

    private static FormatException noText(String what, String format) {
        return new FormatException(Problem.error(
                "NO-TEXT-FORM",
                null,
                "cannot write " + what + " as text in the format '" + format + "'",
                "turn it into text first, for example with joinBy or write"));
    }
}
