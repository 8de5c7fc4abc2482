package dev.hinny.lang.engine.value;

import java.math.BigDecimal;

/** A number with a fraction, or one too large for a long. */
public record DecimalNumber(BigDecimal decimal, Schema schema) implements NumberValue {
    @Override
    public boolean isWhole() {
        return decimal.scale() <= 0 || decimal.stripTrailingZeros().scale() <= 0;
    }

    @Override
    public long longValue() {
        return decimal.longValue();
    }

    @Override
    public double doubleValue() {
        return decimal.doubleValue();
    }

    @Override
    public DecimalNumber withSchema(Schema other) {
        return new DecimalNumber(decimal, other);
    }

    @Override
    public int compareTo(NumberValue other) {
        return decimal.compareTo(other.decimal());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NumberValue number && compareTo(number) == 0;
    }

    @Override
    public int hashCode() {
        return decimal.stripTrailingZeros().hashCode();
    }
}
