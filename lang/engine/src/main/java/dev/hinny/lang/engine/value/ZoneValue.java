package dev.hinny.lang.engine.value;

import java.time.ZoneId;

/** A time zone: an offset or a region. */
public record ZoneValue(ZoneId zone, Schema schema) implements Value {
    @Override
    public ZoneValue withSchema(Schema other) {
        return new ZoneValue(zone, other);
    }
}
