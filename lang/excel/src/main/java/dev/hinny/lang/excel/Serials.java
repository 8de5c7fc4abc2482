package dev.hinny.lang.excel;

import dev.hinny.lang.engine.value.TemporalValue;
import dev.hinny.lang.engine.value.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Dates as Excel counts them: days since the end of 1899, where February 1900 has 29 days, or since 1904. */
final class Serials {
    private static final LocalDate BEFORE_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate START_1904 = LocalDate.of(1904, 1, 1);
    private static final long MILLIS = 86_400_000;
    private static final BigDecimal DAY = BigDecimal.valueOf(MILLIS);
    private static final int LAST = 2_958_465;

    private Serials() {}

    /** The date or time of a number, to the millisecond; the number itself where no date has it. */
    static Value read(BigDecimal number, Styles.Kind kind, boolean from1904, Value otherwise) {
        if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(LAST + 1L)) >= 0) {
            return otherwise;
        }
        long millis = number.multiply(DAY).setScale(0, RoundingMode.HALF_UP).longValue();
        long days = millis / MILLIS;
        LocalTime time = LocalTime.ofNanoOfDay(millis % MILLIS * 1_000_000);
        if (kind == Styles.Kind.TIME && days == 0) {
            return TemporalValue.of(time);
        }
        LocalDate date = from1904 ? START_1904.plusDays(days) : BEFORE_1900.plusDays(days < 60 ? days + 1 : days);
        boolean whole = kind == Styles.Kind.DATE && time.equals(LocalTime.MIDNIGHT);
        return TemporalValue.of(whole ? date : date.atTime(time));
    }

    /** The number of a moment, null before 1900 and after 9999. */
    static @Nullable BigDecimal write(LocalDateTime moment) {
        long days = ChronoUnit.DAYS.between(BEFORE_1900, moment.toLocalDate());
        if (days <= 60) {
            days--;
        }
        return days < 1 || days > LAST ? null : BigDecimal.valueOf(days).add(fraction(moment.toLocalTime()));
    }

    static BigDecimal fraction(LocalTime time) {
        return BigDecimal.valueOf(time.toNanoOfDay() / 1_000_000)
                .divide(DAY, 12, RoundingMode.HALF_UP)
                .stripTrailingZeros();
    }
}
