package dev.hinny.lang.formats.flatfile;

import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.formats.flatfile.Faults.Unfit;
import dev.hinny.lang.formats.flatfile.FieldFormat.Sign;
import dev.hinny.lang.formats.flatfile.Item.Element;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Zoned decimals: digits, of which the last (or the first, where the sign stands left) also shows the sign. These characters
 * are those of EBCDIC, also in other encodings; the strict ASCII form has p to y for the digits of negative numbers.
 */
final class ZonedFields {
    private static final String POSITIVE = "{ABCDEFGHI";
    private static final String NEGATIVE = "}JKLMNOPQR";
    private static final String STRICT_NEGATIVE = "pqrstuvwxy";

    private ZonedFields() {}

    static NumberValue read(Element field, String text, boolean strict) {
        if (text.isEmpty()) {
            throw new Unfit("is empty, expected a zoned decimal", "");
        }
        boolean left = field.format().sign() == Sign.ALWAYS_LEFT;
        int at = left ? 0 : text.length() - 1;
        char last = text.charAt(at);
        int negative = (strict ? STRICT_NEGATIVE : NEGATIVE).indexOf(last);
        int positive = strict ? -1 : POSITIVE.indexOf(last);
        if (negative >= 0 && field.format().sign() == Sign.UNSIGNED) {
            throw new Unfit("holds '" + text + "', expected a number without sign", "the schema says sign: UNSIGNED");
        }
        String digits = negative < 0 && positive < 0
                ? text
                : text.substring(0, at) + Math.max(negative, positive) + text.substring(at + 1);
        return NumberFields.number(
                field, text, negative >= 0, digits, field.format().implicit());
    }

    static String write(Element field, BigDecimal number, boolean strict, boolean trims) {
        BigInteger unscaled = NumberFields.unscaled(field, number, trims);
        boolean negative = unscaled.signum() < 0;
        boolean unsigned = field.format().sign() == Sign.UNSIGNED;
        if (negative && unsigned) {
            throw new Unfit("is " + number.toPlainString() + ", but the field takes no sign", "");
        }
        String digits = unscaled.abs().toString();
        digits = "0".repeat(Math.max(0, field.length() - digits.length())) + digits;
        if (unsigned || (strict && !negative)) {
            return digits;
        }
        int at = field.format().sign() == Sign.ALWAYS_LEFT ? 0 : digits.length() - 1;
        String signs = strict ? STRICT_NEGATIVE : negative ? NEGATIVE : POSITIVE;
        return digits.substring(0, at) + signs.charAt(digits.charAt(at) - '0') + digits.substring(at + 1);
    }
}
