package dev.hinny.lang.excel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.operation.Renderings;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.TemporalValue;
import dev.hinny.lang.engine.value.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for every workbook: reading gives back what was written, and damage never does more than fail. */
class ExcelPropertiesTest {
    private static final String CHARACTERS = "ab <>&\"'_x0041_\n\t\r\u0000\u001f\uFFFEé€\uD83D\uDE00_x";

    @Test
    void whatIsWrittenIsReadBack() {
        Random random = new Random(21);
        for (int i = 0; i < 200; i++) {
            List<Entry> sheets = new ArrayList<>();
            for (int n = 1 + random.nextInt(3); n > 0; n--) {
                List<Value> rows = new ArrayList<>();
                int width = 1 + random.nextInt(30);
                for (int r = random.nextInt(6); r > 0; r--) {
                    List<Entry> cells = new ArrayList<>();
                    for (int c = 0; c < width; c++) {
                        cells.add(Entry.of("c" + c, cell(random)));
                    }
                    rows.add(ObjectValue.of(cells));
                }
                sheets.add(Entry.of("s" + n, ArrayValue.of(rows)));
            }
            Value value = ObjectValue.of(sheets);
            byte[] written = Excel.write(value);
            assertThat(Excel.shown(written)).isEqualTo(Renderings.compact(value));
            assertThat(Excel.shown(written, "streaming", "true")).isEqualTo(Renderings.compact(value));
        }
    }

    private static Value cell(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> BooleanValue.of(random.nextBoolean());
            case 1 ->
                NumberValue.of(new BigDecimal(random.nextInt())
                        .movePointLeft(random.nextInt(8))
                        .stripTrailingZeros());
            case 2 -> TemporalValue.of(LocalDate.of(1900, 1, 1).plusDays(random.nextInt(1_000_000)));
            case 3 ->
                TemporalValue.of(LocalDate.of(1950, 1, 1)
                        .plusDays(random.nextInt(50_000))
                        .atTime(LocalTime.ofNanoOfDay(random.nextInt(86_400_000) * 1_000_000L)));
            case 4 -> TemporalValue.of(LocalTime.ofNanoOfDay(random.nextInt(86_400_000) * 1_000_000L));
            default -> {
                int[] points = CHARACTERS.codePoints().toArray();
                StringBuilder text = new StringBuilder();
                for (int i = random.nextInt(12); i > 0; i--) {
                    text.appendCodePoint(points[random.nextInt(points.length)]);
                }
                yield StringValue.of(text.toString());
            }
        };
    }

    @Test
    void damagedArchivesFailWithAPlace() {
        Random random = new Random(4);
        byte[] whole = Excel.write(Excel.value("{S: [{a: 1, b: \"text\", c: |2024-02-29|}, {a: 2}], T: [{x: true}]}"));
        int executions = Integer.getInteger("hinny.fuzz", 3000);
        for (int i = 0; i < executions; i++) {
            byte[] bytes = whole.clone();
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                int at = random.nextInt(bytes.length);
                bytes[at] = (byte) random.nextInt(256);
                bytes = random.nextInt(8) == 0 ? Arrays.copyOf(bytes, at + 1) : bytes;
            }
            check(bytes);
        }
    }

    @Test
    void damagedPartsFailWithAPlace() {
        Random random = new Random(8);
        String rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" s=\"1\"><v>45000.5</v></c></row><row"
                + " r=\"4\"><c r=\"A4\" t=\"inlineStr\"><is><t>x</t></is></c></row>";
        int executions = Integer.getInteger("hinny.fuzz", 3000) / 3;
        for (int i = 0; i < executions; i++) {
            StringBuilder text = new StringBuilder(rows);
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                int at = random.nextInt(text.length());
                text.setCharAt(at, "<>/\"=&;!-[] 019ACZst".charAt(random.nextInt(20)));
            }
            check(Excel.sheet(text.toString(), "<t>a</t>"));
        }
        check(Excel.zip(Map.of("xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><workbook>&b;</workbook>")));
    }

    private static void check(byte[] bytes) {
        try {
            Excel.shown(bytes, "header", "false");
        } catch (FormatException e) {
            assertThat(e.first().place()).isNotNull();
        }
    }
}
