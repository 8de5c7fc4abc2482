package dev.hinny.lang.engine.value;

import java.time.Duration;
import java.time.Period;

/**
 * An amount of time: a date part, a time part, or both, as in {@code P1DT2H}.
 *
 * @param timed whether it has a time part, be it zero: nothing at all is {@code PT0S} then, and {@code P0D} otherwise
 */
public record PeriodValue(Period period, Duration duration, boolean timed, Schema schema) implements Value {
    public PeriodValue(Period period, Duration duration, Schema schema) {
        this(period, duration, !duration.isZero(), schema);
    }

    public static PeriodValue of(Period period) {
        return new PeriodValue(period, Duration.ZERO, false, Schema.NONE);
    }

    public static PeriodValue of(Duration duration) {
        return new PeriodValue(Period.ZERO, duration, true, Schema.NONE);
    }

    @Override
    public PeriodValue withSchema(Schema other) {
        return new PeriodValue(period, duration, timed, other);
    }
}
