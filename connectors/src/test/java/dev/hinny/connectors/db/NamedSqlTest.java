package dev.hinny.connectors.db;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parameters are found where they are, and nowhere else. */
final class NamedSqlTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "select :a, :b_2 from t where x=:a| select ?, ? from t where x=?| a,b_2,a",
                "select ':a' , \":b\", `:c`, :d| select ':a' , \":b\", `:c`, ?| d",
                "select 'it''s :a', :b| select 'it''s :a', ?| b",
                "select a::text, :b::int| select a::text, ?::int| b",
                "select 1 -- :a| select 1 -- :a|",
                "select /* :a */ :b| select /* :a */ ?| b",
                "select $x$ :a $x$, :b| select $x$ :a $x$, ?| b",
                "select $$ :a $$, $1, :b| select $$ :a $$, $1, ?| b",
                "select '10\\:30', \\:a, :b| select '10\\:30', :a, ?| b",
                "set x := :a| set x := ?| a",
                "select arr[1:2], :a| select arr[1:2], ?| a",
                "select 'open :a| select 'open :a|",
                "select :| select :|",
            })
    void finds_parameters(String text, String sql, String names) {
        NamedSql parsed = NamedSql.parse(text);
        assertThat(parsed.sql().strip()).isEqualTo(sql.strip());
        assertThat(String.join(",", parsed.names())).isEqualTo(names == null ? "" : names.strip());
    }
}
