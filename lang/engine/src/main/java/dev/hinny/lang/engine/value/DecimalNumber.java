package dev.hinny.lang.engine.value;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A number with a fraction, or one too large for a long. Digits that fit a long are kept as one: {@link #isCompact}. */
public final class DecimalNumber implements NumberValue {
    private static final int NOT_COMPACT = Integer.MIN_VALUE;

    private final long unscaled;
    private final int scale;
    private final Schema schema;
    private @Nullable BigDecimal decimal;

    public DecimalNumber(BigDecimal decimal, Schema schema) {
        this(0, NOT_COMPACT, decimal, schema);
    }

    private DecimalNumber(long unscaled, int scale, @Nullable BigDecimal decimal, Schema schema) {
        this.unscaled = unscaled;
        this.scale = scale;
        this.decimal = decimal;
        this.schema = schema;
    }

    /** The number {@code unscaled / 10^scale}; the scale is not negative. */
    public static DecimalNumber of(long unscaled, int scale) {
        return new DecimalNumber(unscaled, scale, null, Schema.NONE);
    }

    /** Whether the number is {@link #unscaled} by ten to the power of {@link #scale}. */
    public boolean isCompact() {
        return scale != NOT_COMPACT;
    }

    public long unscaled() {
        return unscaled;
    }

    public int scale() {
        return scale;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public BigDecimal decimal() {
        BigDecimal known = decimal;
        if (known == null) {
            known = BigDecimal.valueOf(unscaled, scale);
            decimal = known;
        }
        return known;
    }

    @Override
    public boolean isWhole() {
        BigDecimal number = decimal();
        return number.scale() <= 0 || number.stripTrailingZeros().scale() <= 0;
    }

    @Override
    public long longValue() {
        return decimal().longValue();
    }

    @Override
    public double doubleValue() {
        return decimal().doubleValue();
    }

    @Override
    public DecimalNumber withSchema(Schema other) {
        return new DecimalNumber(unscaled, scale, decimal, other);
    }

    @Override
    public int compareTo(NumberValue other) {
        return other instanceof DecimalNumber d && d.scale == scale && scale != NOT_COMPACT
                ? Long.compare(unscaled, d.unscaled)
                : decimal().compareTo(other.decimal());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NumberValue number && compareTo(number) == 0;
    }

    @Override
    public int hashCode() {
        return decimal().stripTrailingZeros().hashCode();
    }

    @Override
    public String toString() {
        return decimal().toString();
    }
}
