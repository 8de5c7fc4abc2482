package dev.hinny.runtime.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hinny.base.ProblemException;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 0 12 * * ?           | 2026-03-01T12:00:00Z[UTC] | 2026-03-02T12:00:00Z[UTC]",
                "0/15 * * * * ?         | 2026-03-01T00:00:31Z[UTC] | 2026-03-01T00:00:45Z[UTC]",
                "0 0/5 14,18 * * ?      | 2026-03-01T14:55:00Z[UTC] | 2026-03-01T18:00:00Z[UTC]",
                "0 15 10 ? * MON-FRI    | 2026-03-06T11:00:00Z[UTC] | 2026-03-09T10:15:00Z[UTC]",
                "0 15 10 L * ?          | 2026-02-01T00:00:00Z[UTC] | 2026-02-28T10:15:00Z[UTC]",
                "0 15 10 L-2 * ?        | 2026-02-01T00:00:00Z[UTC] | 2026-02-26T10:15:00Z[UTC]",
                "0 0 0 LW * ?           | 2026-05-01T00:00:00Z[UTC] | 2026-05-29T00:00:00Z[UTC]",
                "0 0 0 15W * ?          | 2026-02-01T00:00:00Z[UTC] | 2026-02-16T00:00:00Z[UTC]",
                "0 0 0 1W * ?           | 2026-08-01T00:00:01Z[UTC] | 2026-08-03T00:00:00Z[UTC]",
                "0 15 10 ? * 6L         | 2026-02-01T00:00:00Z[UTC] | 2026-02-27T10:15:00Z[UTC]",
                "0 15 10 ? * 6#3        | 2026-02-01T00:00:00Z[UTC] | 2026-02-20T10:15:00Z[UTC]",
                "0 11 11 11 11 ?        | 2026-11-12T00:00:00Z[UTC] | 2027-11-11T11:11:00Z[UTC]",
                "0 0 0 29 2 ? 2028      | 2026-01-01T00:00:00Z[UTC] | 2028-02-29T00:00:00Z[UTC]",
                "0 0 22-2 * * ?         | 2026-01-01T23:30:00Z[UTC] | 2026-01-02T00:00:00Z[UTC]",
                "0 30 2 * * ?           | 2026-03-28T12:00:00+01:00[Europe/Berlin] |"
                        + " 2026-03-29T03:30:00+02:00[Europe/Berlin]",
                "0 30 2 * * ?           | 2026-10-25T02:30:00+02:00[Europe/Berlin] |"
                        + " 2026-10-26T02:30:00+01:00[Europe/Berlin]",
            })
    void findsTheNextTime(String expression, String after, String expected) {
        assertThat(Cron.parse(expression).next(ZonedDateTime.parse(after.strip())))
                .contains(ZonedDateTime.parse(expected.strip()));
    }

    @Test
    void aPastYearNeverComes() {
        assertThat(Cron.parse("0 0 0 1 1 ? 2020").next(ZonedDateTime.parse("2026-01-01T00:00:00Z[UTC]")))
                .isEmpty();
        assertThat(Cron.parse("0 0 0 31 2 ?").next(ZonedDateTime.parse("2026-01-01T00:00:00Z[UTC]")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "* * * *",
                "60 * * * * ?",
                "0 0 0 ? * ?",
                "0 0 0 * FOO ?",
                "a b c d e f",
                "0 0 0 * * 9",
                "0 0/0 * * * ?"
            })
    void whatIsNoExpressionSaysWhy(String expression) {
        assertThatThrownBy(() -> Cron.parse(expression))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.first().code()).isEqualTo("BAD-CRON"));
    }
}
