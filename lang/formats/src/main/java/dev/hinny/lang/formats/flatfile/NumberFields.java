package dev.hinny.lang.formats.flatfile;

import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.formats.flatfile.Faults.Unfit;
import dev.hinny.lang.formats.flatfile.FieldFormat.Justify;
import dev.hinny.lang.formats.flatfile.FieldFormat.Sign;
import dev.hinny.lang.formats.flatfile.Item.Element;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.ParsePosition;
import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers whose digits are characters. */
final class NumberFields {
    private static final int MOST_DIGITS = 10_000;

    private NumberFields() {}

    static NumberValue read(Element field, String content) {
        String text = content.trim();
        String pattern = field.format().pattern();
        if (pattern != null) {
            return patterned(field, pattern, text);
        }
        String fill = String.valueOf(field.format().fill());
        if (!fill.isBlank()) {
            text = content.replaceFirst("^" + Pattern.quote(fill) + "+", "");
        }
        int from = 0;
        int to = text.length();
        boolean negative = false;
        if (to > 0 && isSign(text.charAt(0))) {
            negative = text.charAt(from++) == '-';
        } else if (to > 0 && isSign(text.charAt(to - 1))) {
            negative = text.charAt(--to) == '-';
        }
        if (to - from != text.length() && field.format().sign() == Sign.UNSIGNED) {
            throw new Unfit("holds '" + text + "', expected a number without sign", "the schema says sign: UNSIGNED");
        }
        String digits = text.substring(from, to).strip();
        int point = digits.indexOf('.');
        if (point >= 0 && (field.type() == FieldType.INTEGER || field.format().implicit() != 0)) {
            throw bad(field, text);
        }
        if (point >= 0) {
            digits = digits.substring(0, point) + digits.substring(point + 1);
        }
        int scale = point >= 0 ? digits.length() - point : field.format().implicit();
        return number(field, text, negative, digits, scale);
    }

    /** The number of these digits, of which so many stand behind the point. */
    static NumberValue number(Element field, String text, boolean negative, String digits, int scale) {
        if (digits.isEmpty() || digits.length() > MOST_DIGITS) {
            throw bad(field, text);
        }
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                throw bad(field, text);
            }
        }
        if (digits.length() <= 18) {
            long value = Long.parseLong(digits);
            return of(BigInteger.valueOf(negative ? -value : value), scale);
        }
        BigInteger value = new BigInteger(digits);
        return of(negative ? value.negate() : value, scale);
    }

    static NumberValue of(BigInteger unscaled, int scale) {
        BigDecimal decimal = new BigDecimal(unscaled, scale);
        return scale == 0 ? NumberValue.of(unscaled) : NumberValue.of(scale < 0 ? decimal.setScale(0) : decimal);
    }

    private static boolean isSign(char character) {
        return character == '-' || character == '+';
    }

    private static NumberValue patterned(Element field, String pattern, String text) {
        ParsePosition position = new ParsePosition(0);
        if (format(pattern).parse(text, position) instanceof BigDecimal number
                && position.getIndex() == text.length()) {
            return NumberValue.of(number);
        }
        throw new Unfit(
                "holds '" + text + "', expected " + article(field.type()) + " as '" + pattern + "' describes", "");
    }

    private static DecimalFormat format(String pattern) {
        DecimalFormat format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setParseBigDecimal(true);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }

    private static Unfit bad(Element field, String text) {
        return new Unfit("holds '" + text + "', expected " + article(field.type()), "");
    }

    static String article(FieldType type) {
        return (type == FieldType.INTEGER ? "an " : "a ") + type.label();
    }

    /** The digits of a number without its point; never a sign. */
    static BigInteger unscaled(Element field, BigDecimal number, boolean trims) {
        int implicit = field.format().implicit();
        if (number.signum() != 0 && number.precision() - (long) number.scale() > MOST_DIGITS) {
            throw new Unfit("has too many digits", "");
        }
        try {
            return number.setScale(implicit, trims ? RoundingMode.DOWN : RoundingMode.UNNECESSARY)
                    .unscaledValue();
        } catch (ArithmeticException e) {
            throw new Unfit(
                    "is " + number.toPlainString() + ", which has more decimals than the " + Math.max(implicit, 0)
                            + " of the field",
                    "round it first, or set trimValues=true",
                    e);
        }
    }

    /** The text of a number, as long as the field where it is filled with zeros. */
    static String write(Element field, BigDecimal number, boolean trims) {
        FieldFormat format = field.format();
        String pattern = format.pattern();
        if (pattern != null) {
            return format(pattern).format(number);
        }
        String digits;
        if (field.type() == FieldType.INTEGER || format.implicit() != 0) {
            digits = unscaled(field, number, trims).abs().toString();
        } else {
            unscaledSize(number);
            BigDecimal plain = number.abs();
            digits = (plain.scale() > 0 ? plain.stripTrailingZeros() : plain).toPlainString();
        }
        boolean negative = number.signum() < 0;
        if (negative && format.sign() == Sign.UNSIGNED) {
            throw new Unfit(
                    "is " + number.toPlainString() + ", but the field takes no sign",
                    "use its absolute value with abs()");
        }
        String sign = switch (format.sign()) {
            case UNSIGNED -> "";
            case NEGATIVE_ONLY, OPTIONAL -> negative ? "-" : "";
            case ALWAYS_LEFT, ALWAYS_RIGHT -> negative ? "-" : "+";
        };
        if (trims && digits.indexOf('.') > 0) {
            digits = shortened(digits, field.length() - sign.length());
        }
        if (format.justify() == Justify.ZEROES) {
            digits = "0".repeat(Math.max(0, field.length() - sign.length() - digits.length())) + digits;
        }
        return format.sign() == Sign.ALWAYS_RIGHT ? digits + sign : sign + digits;
    }

    private static void unscaledSize(BigDecimal number) {
        if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
            throw new Unfit("has too many digits", "");
        }
    }

    /** Decimals that do not fit are cut, digits before the point never. */
    private static String shortened(String digits, int length) {
        int point = digits.indexOf('.');
        int kept = Math.max(length, point);
        if (digits.length() <= kept) {
            return digits;
        }
        return digits.substring(0, kept == point + 1 ? point : kept);
    }
}
