package dev.hinny.lang.engine.operation;

import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalField;
import org.jspecify.annotations.Nullable;

/**
 * Patterns of {@link java.time.format.DateTimeFormatter} with the meaning that scripts were written for: {@code F} is the
 * day of the week within the month (newer Java releases take it as the week), {@code qqq} the number of the quarter.
 */
final class DatePatterns {
    private DatePatterns() {}

    static DateTimeFormatterBuilder append(DateTimeFormatterBuilder builder, String pattern) {
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); ) {
            int end = i + 1;
            while (end < pattern.length() && pattern.charAt(end) == pattern.charAt(i)) {
                end++;
            }
            if (pattern.charAt(i) == '\'') {
                quoted ^= (end - i) % 2 == 1;
            }
            TemporalField field = quoted ? null : field(pattern.charAt(i), end - i);
            if (field != null) {
                builder.appendPattern(pattern.substring(start, i)).appendValue(field);
                start = end;
            }
            i = end;
        }
        return builder.appendPattern(pattern.substring(start));
    }

    private static @Nullable TemporalField field(char letter, int count) {
        if (letter == 'F' && count == 1) {
            return ChronoField.ALIGNED_DAY_OF_WEEK_IN_MONTH;
        }
        return letter == 'q' && count == 3 ? IsoFields.QUARTER_OF_YEAR : null;
    }
}
