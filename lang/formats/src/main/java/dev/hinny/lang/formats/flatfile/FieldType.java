package dev.hinny.lang.formats.flatfile;

/** The types of fields, with their names in a schema. */
enum FieldType {
    STRING("String"),
    INTEGER("Integer"),
    DECIMAL("Decimal"),
    DATE("Date"),
    TIME("Time"),
    DATE_TIME("DateTime"),
    BOOLEAN("Boolean"),
    PACKED("Packed"),
    ZONED("Zoned"),
    BINARY("Binary");

    private final String label;

    FieldType(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Whether the field holds bytes that are no characters. */
    boolean isBytes() {
        return this == PACKED || this == BINARY;
    }

    boolean isNumber() {
        return switch (this) {
            case INTEGER, DECIMAL, PACKED, ZONED, BINARY -> true;
            case STRING, DATE, TIME, DATE_TIME, BOOLEAN -> false;
        };
    }

    boolean isTemporal() {
        return this == DATE || this == TIME || this == DATE_TIME;
    }
}
