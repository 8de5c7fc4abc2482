package dev.hinny.lang.engine.value;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;

/**
 * A date or time.
 *
 * @param temporal one of {@link LocalDate} (type Date), {@link ZonedDateTime} (DateTime), {@link LocalDateTime},
 *     {@link LocalTime}, {@link OffsetTime} (Time)
 */
public record TemporalValue(Temporal temporal, Schema schema) implements Value {
    public TemporalValue {
        switch (temporal) {
            case LocalDate _, ZonedDateTime _, LocalDateTime _, LocalTime _, OffsetTime _ -> {}
            default -> throw new IllegalArgumentException("no temporal type of the language: " + temporal.getClass());
        }
    }

    public static TemporalValue of(Temporal temporal) {
        return new TemporalValue(temporal, Schema.NONE);
    }

    @Override
    public TemporalValue withSchema(Schema other) {
        return new TemporalValue(temporal, other);
    }
}
