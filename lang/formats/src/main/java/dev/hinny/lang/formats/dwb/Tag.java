package dev.hinny.lang.formats.dwb;

/** The kinds of values, whose ordinal is the byte in a document: never reorder. */
enum Tag {
    END,
    NULL,
    FALSE,
    TRUE,
    /** Zigzag. */
    LONG,
    /** Zigzag scale, then the unscaled number as bytes of two's complement, the highest first. */
    DECIMAL,
    STRING,
    BINARY,
    ARRAY,
    OBJECT,
    /** Zigzag days since 1970. */
    DATE,
    /** Nanoseconds of the day. */
    LOCAL_TIME,
    /** Nanoseconds of the day, zigzag seconds of the offset. */
    TIME,
    /** A date, then a local time. */
    LOCAL_DATE_TIME,
    /** A date, a local time, zigzag seconds of the offset, and the zone's name, empty when it is only the offset. */
    DATE_TIME,
    /** Zigzag years, months, days, seconds; nanoseconds. */
    PERIOD,
    /** The zone's name. */
    ZONE,
    /** The pattern, then its flags. */
    REGEX,
    URI,
    /** Prefix, then URI. */
    NAMESPACE,
    KEY,
    /** Zigzag first and last number. */
    RANGE;

    static final int METADATA = 0x80;
    private static final Tag[] ALL = values();

    /** The kind of a byte without the high bit; {@link #END} also stands for unknown ones. */
    static Tag of(int code) {
        return code < ALL.length ? ALL[code] : END;
    }
}
