package dev.hinny.lang.engine.value;

import java.time.Duration;
import java.time.Period;

/** An amount of time: a date part, a time part, or both, as in {@code P1DT2H}. */
public record PeriodValue(Period period, Duration duration, Schema schema) implements Value {
    public static PeriodValue of(Period period) {
        return new PeriodValue(period, Duration.ZERO, Schema.NONE);
    }

    public static PeriodValue of(Duration duration) {
        return new PeriodValue(Period.ZERO, duration, Schema.NONE);
    }

    @Override
    public PeriodValue withSchema(Schema other) {
        return new PeriodValue(period, duration, other);
    }
}
