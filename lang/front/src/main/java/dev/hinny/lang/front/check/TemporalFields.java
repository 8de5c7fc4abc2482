package dev.hinny.lang.front.check;

import java.util.List;

/** The fields of dates, times and periods. */
final class TemporalFields {
    static final List<String> NAMES = List.of(
            "year",
            "years",
            "month",
            "months",
            "day",
            "days",
            "hour",
            "hours",
            "minutes",
            "seconds",
            "secs",
            "milliseconds",
            "nanoseconds",
            "quarter",
            "dayOfWeek",
            "dayOfYear",
            "offsetSeconds",
            "timezone");

    private TemporalFields() {}

    /** A date has no hour and a time no day: then the field is null. */
    static Type type(String name) {
        return name.equals("timezone") ? Type.ANY : Types.union(Type.NUMBER, Type.NULL);
    }
}
