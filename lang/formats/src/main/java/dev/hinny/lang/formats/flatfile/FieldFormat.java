package dev.hinny.lang.formats.flatfile;

import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * How the value of a field is written in its place.
 *
 * @param implicit number of decimal digits behind a point that is not written; negative for zeros that are not written
 * @param digits most digits of a binary number, 0 for what its bytes hold
 * @param pattern of a number
 * @param temporal of a date or time
 * @param fill what stands where the value is shorter than the field
 */
record FieldFormat(
        Justify justify,
        Sign sign,
        boolean signed,
        int implicit,
        int digits,
        @Nullable String pattern,
        @Nullable DateTimeFormatter temporal,
        char fill) {
    static final FieldFormat TEXT = new FieldFormat(Justify.LEFT, Sign.NEGATIVE_ONLY, true, 0, 0, null, null, ' ');

    enum Justify {
        LEFT,
        RIGHT,
        NONE,
        ZEROES
    }

    enum Sign {
        UNSIGNED,
        NEGATIVE_ONLY,
        OPTIONAL,
        ALWAYS_LEFT,
        ALWAYS_RIGHT
    }
}
