package dev.hinny.lang.engine.operation;

import dev.hinny.lang.engine.EvaluationException;
import dev.hinny.lang.engine.value.LongNumber;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.ParsePosition;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers to text and back, with patterns of {@link DecimalFormat}, locales and rounding. */
public final class NumberTexts {
    /** The most zeros behind a number, or digits of its fraction: what has more is no number but an attack on the memory. */
    static final int LARGEST_EXPONENT = 100_000;

    /** The most characters of a number. */
    static final int LONGEST = 4096;

    public static final String LIMITS =
            "numbers are written with up to " + LONGEST + " characters and exponents up to " + LARGEST_EXPONENT;

    private NumberTexts() {}

    public static String text(NumberValue number, Schema schema) {
        String pattern = schema.text("format");
        String locale = schema.text("locale");
        if (pattern == null && locale == null) {
            return number instanceof LongNumber n ? Long.toString(n.value()) : Texts.plain(number.decimal());
        }
        DecimalFormat format = format(pattern, locale);
        String rounding = schema.text("roundMode");
        format.setRoundingMode(rounding == null ? RoundingMode.HALF_UP : rounding(rounding));
        return format.format(number.decimal());
    }

    /** The floating-point number that is none of the language's, written {@code NaN} or {@code Infinity}; null for other texts. */
    public static @Nullable Double notFinite(String text) {
        return switch (text) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> null;
        };
    }

    /** The number that a text stands for, or null. */
    public static @Nullable NumberValue parse(String text, Schema schema) {
        String pattern = schema.text("format");
        String locale = schema.text("locale");
        if (pattern == null && locale == null) {
            return parse(text);
        }
        DecimalFormat format = format(pattern, locale);
        format.setParseBigDecimal(true);
        ParsePosition position = new ParsePosition(0);
        Number parsed = format.parse(text, position);
        if (parsed == null || position.getIndex() != text.length()) {
            return parse(text);
        }
        return NumberValue.of((BigDecimal) parsed);
    }

    /** A plain number, with or without fraction and exponent; null when the text is none. */
    public static @Nullable NumberValue parse(String text) {
        int length = text.length();
        if (length == 0 || length > LONGEST) {
            return null;
        }
        char first = text.charAt(0);
        int start = first == '-' || first == '+' ? 1 : 0;
        if (length - start <= 18 && length > start) {
            long value = 0;
            int i = start;
            for (; i < length; i++) {
                int digit = text.charAt(i) - '0';
                if (digit < 0 || digit > 9) {
                    break;
                }
                value = value * 10 + digit;
            }
            if (i == length) {
                return LongNumber.of(first == '-' ? -value : value);
            }
        }
        if (first <= ' ' || text.charAt(length - 1) <= ' ') {
            String stripped = text.strip();
            return stripped.length() == length ? null : parse(stripped);
        }
        for (int i = start; i < length; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != 'e' && c != 'E' && c != '-' && c != '+') {
                return null;
            }
        }
        try {
            BigDecimal decimal = new BigDecimal(text);
            return Math.abs((long) decimal.scale()) > LARGEST_EXPONENT ? null : NumberValue.of(decimal);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static DecimalFormat format(@Nullable String pattern, @Nullable String locale) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(
                locale == null ? Locale.ENGLISH : Locale.forLanguageTag(locale.replace('_', '-')));
        try {
            return new DecimalFormat(pattern == null ? "#,##0.###" : pattern, symbols);
        } catch (IllegalArgumentException e) {
            throw EvaluationException.of(
                    "BAD-FORMAT",
                    "'" + pattern + "' is no number format: " + e.getMessage(),
                    "use # and 0 for digits, as in #,##0.00");
        }
    }

    private static RoundingMode rounding(String name) {
        try {
            return RoundingMode.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw EvaluationException.of("BAD-FORMAT", "'" + name + "' is no rounding mode", "for example HALF_UP");
        }
    }
}
