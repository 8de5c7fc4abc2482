package dev.hinny.lang.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hinny.lang.engine.format.FormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExcelWriterTest {
    private static String again(String script, String... options) {
        return Excel.shown(Excel.write(Excel.value(script), options), options);
    }

    @Test
    void rowsComeBack() {
        String sheet = "{S: [{a: 1, b: \"x\", c: true, d: |2024-02-29|, e: |2024-02-29T10:20:30|, f: |10:20:30|}], "
                + "T: [{z: -0.5}]}";
        assertThat(again(sheet)).isEqualTo(sheet);
        assertThat(again("{S: []}")).isEqualTo("{S: []}");
        assertThat(again("{S: [{d: |2024-02-29T10:20:30+02:00|, t: |10:20:30Z|}]}"))
                .isEqualTo("{S: [{d: |2024-02-29T10:20:30|, t: |10:20:30|}]}");
        assertThat(again("{S: [{a: |1899-01-01|}]}")).isEqualTo("{S: [{a: \"1899-01-01\"}]}");
        assertThat(again("{S: [{a: |1900-01-01|, b: |1900-02-28|, c: |1900-03-01|, d: |9999-12-31|}]}"))
                .isEqualTo("{S: [{a: |1900-01-01|, b: |1900-02-28|, c: |1900-03-01|, d: |9999-12-31|}]}");
    }

    @Test
    void theHeaderHasTheColumnsOfAllRows() {
        assertThat(again("{S: [{a: 1}, {b: 2, a: 3}]}")).isEqualTo("{S: [{a: 1, b: \"\"}, {a: 3, b: 2}]}");
        assertThat(again("{S: [{a: 1, a: 2}]}")).isEqualTo("{S: [{a: 1, \"a (2)\": 2}]}");
    }

    @Test
    void theHeaderMayBeLeftOut() {
        assertThat(again("{S: [{x: 1, y: 2}, [3, null, 4]]}", "header", "false"))
                .isEqualTo("{S: [{A: 1, B: 2}, {A: 3, C: 4}]}");
    }

    @Test
    void theTableMayStartElsewhere() {
        byte[] written = Excel.write(Excel.value("{S: [{x: 1}]}"), "tableOffset", "C4");
        assertThat(Excel.shown(written, "header", "false", "ignoreEmptyLine", "false"))
                .isEqualTo("{S: [{}, {}, {}, {C: \"x\"}, {C: 1}]}");
        assertThat(Excel.shown(written, "tableOffset", "C4")).isEqualTo("{S: [{x: 1}]}");
    }

    @Test
    void emptyRowsAreKeptWhenAskedFor() {
        String script = "{S: [{x: 1}, {}, null, {x: 2}]}";
        assertThat(again(script)).isEqualTo("{S: [{x: 1}, {x: 2}]}");
        assertThat(again(script, "ignoreEmptyLine", "false")).isEqualTo("{S: [{x: 1}, {x: \"\"}, {x: \"\"}, {x: 2}]}");
    }

    @Test
    void fastexcelReadsWhatIsWritten() throws IOException {
        byte[] written = Excel.write(Excel.value(
                "{\"A & B\": [{t: \"a<b>\\u0007 _x0041_\", n: 12.5, b: false, d: |2024-02-29T10:20:30|}], Z:"
                        + " [{q: 1}]}"));
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(written))) {
            Sheet sheet = workbook.getFirstSheet();
            assertThat(sheet.getName()).isEqualTo("A & B");
            List<Row> rows = sheet.read();
            assertThat(rows.get(0).getCellText(0)).isEqualTo("t");
            assertThat(rows.get(1).getCellText(0)).isEqualTo("a<b>_x0007_ _x005F_x0041_");
            assertThat(rows.get(1).getCellAsNumber(1).orElseThrow()).isEqualByComparingTo("12.5");
            assertThat(rows.get(1).getCellAsBoolean(2)).contains(false);
            assertThat(rows.get(1).getCellAsDate(3)).contains(java.time.LocalDateTime.of(2024, 2, 29, 10, 20, 30));
        }
        assertThat(Excel.shown(written)).contains("t: \"a<b>").contains(" _x0041_\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{a: 1}] => WRONG-TYPE => at payload: a workbook is an object",
                "{} => NO-SHEET => at least one",
                "{S: {a: 1}} => WRONG-TYPE => at payload.S: a sheet is an array",
                "{S: [1]} => WRONG-TYPE => at payload.S[0]: a row is an object",
                "{S: [{a: 1}, {a: {b: 1}}]} => WRONG-TYPE => at payload.S[1].A: a value of type Object",
                "{S: [], s: []} => BAD-SHEET-NAME => is there twice",
                "{\"a/b\": []} => BAD-SHEET-NAME => one of the characters",
                "{\" \": []} => BAD-SHEET-NAME => is blank",
                "{S: [{a: (1 to 40000) joinBy \"\"}]} => TOO-LARGE => at most 32767 characters",
            })
    void whatHasNoPlaceInAWorkbookIsNamedByItsPath(String row) {
        String[] sides = row.split(" => ");
        assertThatThrownBy(() -> Excel.write(Excel.value(sides[0])))
                .isInstanceOfSatisfying(FormatException.class, e -> {
                    assertThat(e.first().code()).isEqualTo(sides[1]);
                    assertThat(e.first().message()).contains(sides[2]);
                });
    }

    @Test
    void theSameWorkbookHasTheSameBytes() {
        assertThat(Excel.write(Excel.value("{S: [{a: 1}]}"))).isEqualTo(Excel.write(Excel.value("{S: [{a: 1}]}")));
    }
}
