package dev.hinny.lang.formats.flatfile;

import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.formats.flatfile.Faults.Unfit;
import dev.hinny.lang.formats.flatfile.Item.Element;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;

/** Numbers whose bytes are no characters: packed decimals (two digits in a byte, a sign at the end) and binary ones. */
final class ByteFields {
    private static final int POSITIVE = 0xc;
    private static final int NEGATIVE = 0xd;
    private static final int NO_SIGN = 0xf;

    private ByteFields() {}

    static NumberValue packed(Element field, byte[] bytes, int from, int to) {
        StringBuilder digits = new StringBuilder(2 * (to - from));
        for (int i = from; i < to; i++) {
            digits.append(Character.forDigit(bytes[i] >> 4 & 0xf, 16));
            if (i < to - 1) {
                digits.append(Character.forDigit(bytes[i] & 0xf, 16));
            }
        }
        int sign = bytes[to - 1] & 0xf;
        if (sign < 10) {
            throw bad(bytes, from, to, "the sign in the last half byte");
        }
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) > '9') {
                throw bad(bytes, from, to, "a packed decimal");
            }
        }
        boolean negative = sign == NEGATIVE || sign == 0xb;
        return NumberFields.number(
                field, "", negative, digits.toString(), field.format().implicit());
    }

    private static Unfit bad(byte[] bytes, int from, int to, String expected) {
        return new Unfit(
                "holds the bytes " + HexFormat.of().withUpperCase().formatHex(bytes, from, to) + ", expected "
                        + expected,
                "check the encoding and the lengths in the schema");
    }

    static byte[] packed(Element field, BigDecimal number, boolean trims) {
        BigInteger unscaled = NumberFields.unscaled(field, number, trims);
        String digits = unscaled.abs().toString();
        int most = 2 * field.length() - 1;
        checkDigits(field, number, digits, most);
        if (unscaled.signum() < 0 && !field.format().signed()) {
            throw new Unfit("is " + number.toPlainString() + ", but the field takes no sign", "");
        }
        int sign = !field.format().signed() ? NO_SIGN : unscaled.signum() < 0 ? NEGATIVE : POSITIVE;
        byte[] bytes = new byte[field.length()];
        for (int i = 0; i <= most; i++) {
            int at = i - (most - digits.length());
            int half = i == most ? sign : at < 0 ? 0 : digits.charAt(at) - '0';
            bytes[i / 2] |= (byte) (i % 2 == 0 ? half << 4 : half);
        }
        return bytes;
    }

    private static void checkDigits(Element field, BigDecimal number, String digits, int most) {
        if (digits.length() > most) {
            throw new Unfit(
                    "is " + number.toPlainString() + ", which has more than the " + most + " digits of the field of "
                            + field.length() + " bytes",
                    "");
        }
    }

    static NumberValue binary(Element field, byte[] bytes, int from, int to) {
        byte[] own = Arrays.copyOfRange(bytes, from, to);
        BigInteger value = field.format().signed() ? new BigInteger(own) : new BigInteger(1, own);
        return NumberFields.of(value, field.format().implicit());
    }

    static byte[] binary(Element field, BigDecimal number, boolean trims) {
        BigInteger value = NumberFields.unscaled(field, number, trims);
        int bits = 8 * field.length() - (field.format().signed() ? 1 : 0);
        if (value.bitLength() > bits || (value.signum() < 0 && !field.format().signed())) {
            throw new Unfit(
                    "is " + number.toPlainString() + ", which does not fit "
                            + (field.format().signed() ? "" : "unsigned ") + "in " + field.length() + " bytes",
                    "");
        }
        if (field.format().digits() > 0) {
            checkDigits(field, number, value.abs().toString(), field.format().digits());
        }
        byte[] exact = value.toByteArray();
        byte[] bytes = new byte[field.length()];
        Arrays.fill(bytes, (byte) (value.signum() < 0 ? -1 : 0));
        int count = Math.min(exact.length, bytes.length);
        System.arraycopy(exact, exact.length - count, bytes, bytes.length - count, count);
        return bytes;
    }
}
