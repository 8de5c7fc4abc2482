package dev.hinny.lang.engine.value;

import java.math.BigDecimal;
import java.math.BigInteger;

/** A number: exact, of any size, with one fast form for what fits a long. Two forms of the same number are equal by {@link #compareTo}. */
public sealed interface NumberValue extends Value, Comparable<NumberValue> permits LongNumber, DecimalNumber {
    static NumberValue of(long value) {
        return LongNumber.of(value);
    }

    /** The fast form when the decimal is a whole number that fits it and was written without a fraction. */
    static NumberValue of(BigDecimal value) {
        if (value.scale() == 0 && value.precision() <= 18) {
            return LongNumber.of(value.longValue());
        }
        return new DecimalNumber(value, Schema.NONE);
    }

    static NumberValue of(BigInteger value) {
        return value.bitLength() < 64 ? LongNumber.of(value.longValue()) : of(new BigDecimal(value));
    }

    /** Exact decimal text of the double, as {@link BigDecimal#valueOf(double)}; the double must be finite. */
    static NumberValue of(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return LongNumber.of((long) value);
        }
        return new DecimalNumber(BigDecimal.valueOf(value), Schema.NONE);
    }

    BigDecimal decimal();

    boolean isWhole();

    /** The whole part, wrapped around when it does not fit. */
    long longValue();

    double doubleValue();

    @Override
    NumberValue withSchema(Schema schema);
}
