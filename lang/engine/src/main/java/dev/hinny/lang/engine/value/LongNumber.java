package dev.hinny.lang.engine.value;

import java.math.BigDecimal;

/** A whole number that fits a long. */
public record LongNumber(long value, Schema schema) implements NumberValue {
    private static final LongNumber[] SMALL = new LongNumber[1280];

    static {
        for (int i = 0; i < SMALL.length; i++) {
            SMALL[i] = new LongNumber(i - 256, Schema.NONE);
        }
    }

    public static LongNumber of(long value) {
        return value >= -256 && value < 1024 ? SMALL[(int) value + 256] : new LongNumber(value, Schema.NONE);
    }

    @Override
    public BigDecimal decimal() {
        return BigDecimal.valueOf(value);
    }

    @Override
    public boolean isWhole() {
        return true;
    }

    @Override
    public long longValue() {
        return value;
    }

    @Override
    public double doubleValue() {
        return value;
    }

    @Override
    public LongNumber withSchema(Schema other) {
        return new LongNumber(value, other);
    }

    @Override
    public int compareTo(NumberValue other) {
        return other instanceof LongNumber(long o, Schema _)
                ? Long.compare(value, o)
                : decimal().compareTo(other.decimal());
    }
}
