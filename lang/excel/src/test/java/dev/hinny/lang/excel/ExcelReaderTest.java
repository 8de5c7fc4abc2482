package dev.hinny.lang.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.operation.Renderings;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExcelReaderTest {
    private static final String TABLE =
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"s\"><v>1</v></c></row><row r=\"2\"><c"
                    + " r=\"A2\"><v>1</v></c><c r=\"B2\"><v>2.5</v></c><c r=\"C2\" t=\"b\"><v>1</v></c></row><row"
                    + " r=\"3\"/><row r=\"5\"><c r=\"A5\" s=\"5\"><v>7</v></c><c r=\"D5\""
                    + " t=\"str\"><f>A5&amp;\"x\"</f><v>7x</v></c></row>";

    @Test
    void sheetsAreKeysAndRowsObjects() {
        assertThat(Excel.shown(Excel.sheet(TABLE, "<t>Id</t>", "<t>Name</t>")))
                .isEqualTo("{Data: [{Id: 1, B: 2.5, Name: true}, {Id: 7, B: \"\", Name: \"\", D: \"7x\"}]}");
    }

    @Test
    void withoutHeaderColumnsAreCalledByTheirLetters() {
        assertThat(Excel.shown(Excel.sheet(TABLE, "<t>Id</t>", "<t>Name</t>"), "header", "false"))
                .isEqualTo("{Data: [{A: \"Id\", C: \"Name\"}, {A: 1, B: 2.5, C: true}, {A: 7, D: \"7x\"}]}");
    }

    @Test
    void emptyLinesAreKeptWhenAskedFor() {
        assertThat(Excel.shown(
                        Excel.sheet(TABLE, "<t>Id</t>", "<t>N</t>"), "header", "false", "ignoreEmptyLine", "false"))
                .isEqualTo("{Data: [{A: \"Id\", C: \"N\"}, {A: 1, B: 2.5, C: true}, {}, {}, {A: 7, D: \"7x\"}]}");
        assertThat(Excel.shown(Excel.sheet(TABLE, "<t>Id</t>", "<t>N</t>"), "ignoreEmptyLine", "false"))
                .contains("{Id: \"\", B: \"\", N: \"\"}, {Id: \"\", B: \"\", N: \"\"}, {Id: 7");
    }

    @Test
    void theTableMayStartAndEndElsewhere() {
        byte[] sheet = Excel.sheet(TABLE, "<t>Id</t>", "<t>Name</t>");
        assertThat(Excel.shown(sheet, "tableOffset", "B1"))
                .isEqualTo("{Data: [{B: 2.5, Name: true}, {B: \"\", Name: \"\", D: \"7x\"}]}");
        assertThat(Excel.shown(sheet, "tableOffset", "A2", "header", "false", "tableLimit", "B"))
                .isEqualTo("{Data: [{A: 1, B: 2.5}, {A: 7}]}");
        assertThat(Excel.shown(sheet, "tableLimit", "HeaderSize"))
                .isEqualTo("{Data: [{Id: 1, B: 2.5, Name: true}, {Id: 7, B: \"\", Name: \"\"}]}");
        assertThatThrownBy(() -> Excel.read(sheet, "tableOffset", "3B"))
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.first().code()).isEqualTo("WRONG-OPTION"));
        assertThatThrownBy(() -> Excel.read(sheet, "tableLimit", "12")).isInstanceOf(FormatException.class);
    }

    @Test
    void numbersAreDatesByTheirStyle() {
        String rows = "<row><c s=\"1\"><v>45351</v></c><c s=\"1\"><v>45351.5</v></c><c s=\"2\"><v>45351</v></c><c"
                + " s=\"3\"><v>0.4375</v></c><c s=\"4\"><v>1.5</v></c><c s=\"5\"><v>45351</v></c><c"
                + " s=\"1\"><v>59</v></c><c s=\"1\"><v>61</v></c><c s=\"1\"><v>-1</v></c><c"
                + " t=\"d\"><v>2024-02-29T10:20:30</v></c></row>";
        assertThat(Excel.shown(Excel.sheet(rows), "header", "false"))
                .isEqualTo(
                        "{Data: [{A: |2024-02-29|, B: |2024-02-29T12:00:00|, C: |2024-02-29T00:00:00|, D: |10:30:00|,"
                                + " E: 1.5, F: 45351, G: |1900-02-28|, H: |1900-03-01|, I: -1, J:"
                                + " |2024-02-29T10:20:30|}]}");
    }

    @Test
    void textMayBeRichInlineAndEscaped() {
        String rows = "<row><c t=\"s\"><v>0</v></c><c t=\"inlineStr\"><is><r><t>a</t></r><r><t> b</t></r></is></c><c"
            + " t=\"str\"><v>x_x000D_y</v></c><c t=\"e\"><v>#DIV/0!</v></c><c t=\"inlineStr\"><is><t/></is></c></row>";
        assertThat(Excel.shown(
                        Excel.sheet(rows, "<r><t>rich</t></r><rPh><t>no</t></rPh><r><t> text</t></r>"),
                        "header",
                        "false"))
                .isEqualTo("{Data: [{A: \"rich text\", B: \"a b\", C: \"x\\ry\", D: \"#DIV/0!\", E: \"\"}]}");
    }

    @Test
    void whatFastexcelWritesIsRead() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Workbook workbook = new Workbook(out, "test", "1.0");
        for (String name : List.of("One", "Zwei & drei")) {
            Worksheet sheet = workbook.newWorksheet(name);
            sheet.value(0, 0, "Text");
            sheet.value(0, 1, "Number");
            sheet.value(0, 2, "Day");
            sheet.value(1, 0, "a <b> é");
            sheet.value(1, 1, 1234.5);
            sheet.value(1, 2, LocalDate.of(2024, 2, 29));
            sheet.style(1, 2).format("yyyy-MM-dd").set();
            sheet.value(2, 0, true);
            sheet.value(2, 2, LocalDateTime.of(2024, 2, 29, 13, 14, 15));
            sheet.style(2, 2).format("yyyy-MM-dd H:mm:ss").set();
        }
        workbook.finish();
        String rows = "[{Text: \"a <b> é\", Number: 1234.5, Day: |2024-02-29|}, "
                + "{Text: true, Number: \"\", Day: |2024-02-29T13:14:15|}]";
        assertThat(Excel.shown(out.toByteArray())).isEqualTo("{One: " + rows + ", \"Zwei & drei\": " + rows + "}");
    }

    @Test
    void streamedRowsAreReadAgainEachTime(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("large.xlsx");
        Files.write(
                file,
                Excel.write(Excel.value("{S: (1 to 20000) map {n: \\$, t: \"text \\$(\\$)\"}}".replace("\\$", "$"))));
        for (ByteSource source : List.of(ByteSource.of(file), elsewhere(Files.readAllBytes(file)))) {
            ObjectValue read = (ObjectValue) Excel.FORMAT.read(source, Excel.context("streaming", "true"));
            ArrayValue rows = (ArrayValue) Objects.requireNonNull(read.get("S"));
            Iterator<Value> first = rows.iterator();
            assertThat(Renderings.compact(first.next())).isEqualTo("{n: 1, t: \"text 1\"}");
            assertThat(rows.size()).isEqualTo(20_000);
            assertThat(Renderings.compact(first.next())).isEqualTo("{n: 2, t: \"text 2\"}");
            assertThat(Renderings.compact(Objects.requireNonNull(rows.get(19_999))))
                    .contains("n: 20000");
            assertThat(rows.isMaterialized()).isFalse();
        }
    }

    /** A source that is neither an array nor a file. */
    private static ByteSource elsewhere(byte[] bytes) {
        return new ByteSource() {
            @Override
            public InputStream open() {
                return new java.io.ByteArrayInputStream(bytes);
            }

            @Override
            public long size() {
                return -1;
            }
        };
    }

    @Test
    void severalThreadsMayReadTheSameWorkbook() throws Exception {
        byte[] bytes = Excel.sheet(TABLE, "<t>Id</t>", "<t>Name</t>");
        for (String streaming : List.of("true", "false")) {
            Value read = Excel.read(bytes, "streaming", streaming);
            String expected = Excel.shown(bytes);
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Callable<String> task = () -> Renderings.compact(read);
                for (Future<String> shown : threads.invokeAll(java.util.Collections.nCopies(50, task))) {
                    assertThat(shown.get()).isEqualTo(expected);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"2\"/><row r=\"1\"/> => row 1 follows row 2",
                "<row r=\"1\"><c r=\"A2\"><v>1</v></c></row> => 'A2' in row 1",
                "<row><c r=\"B1\"/><c r=\"A1\"/></row> => 'A1' in row 1",
                "<row><c r=\"XFE1\"/></row> => 'XFE1' in row 1",
                "<row r=\"1048577\"/> => row 1048577",
                "<row><c><v>1e</v></c></row> => cell A1 of sheet 'Data': '1e' is no number",
                "<row><c><v>1e999999999</v></c></row> => is no number",
                "<row><c t=\"s\"><v>9</v></c></row> => no shared text '9'",
                "<row><c t=\"d\"><v>x</v></c></row> => no date",
                "<row><c t=\"q\"><v>x</v></c></row> => no cell type 'q'",
                "<column/> => 'column' stands where a row",
                "<row><c></row> => end tag",
                "<row>&a;</row> => entity",
            })
    void damagedSheetsAreNamedByTheirPlace(String row) {
        String[] sides = row.split(" => ");
        assertThatThrownBy(() -> Excel.shown(Excel.sheet(sides[0]), "header", "false"))
                .isInstanceOfSatisfying(FormatException.class, e -> {
                    assertThat(e.first().code()).isEqualTo("BAD-EXCEL");
                    assertThat(e.first().message()).containsIgnoringCase(sides[1]);
                    assertThat(Objects.requireNonNull(e.first().place()).source())
                            .isEqualTo("in.xlsx!book/sheets/one.xml");
                });
    }

    @Test
    void aSheetThatIsNotUsedIsNotRead() {
        assertThat(((ObjectValue) Excel.read(Excel.sheet("<damaged"))).size()).isEqualTo(1);
    }

    @Test
    void zipBombsAreRefused() {
        byte[] bomb = Excel.sheet("<row><c t=\"str\"><v>" + " ".repeat(900_000) + "</v></c></row>");
        assertThatThrownBy(() -> Excel.shown(bomb, "header", "false"))
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.first().code()).isEqualTo("ZIP-BOMB"));
        assertThat(Excel.shown(bomb, "header", "false", "zipBombCheck", "false"))
                .hasSizeGreaterThan(900_000);
        byte[] text = Excel.sheet("<row><c t=\"str\"><v>" + " ".repeat(2_000_000) + "</v></c></row>");
        assertThatThrownBy(() -> Excel.shown(text, "header", "false", "zipBombCheck", "false"))
                .isInstanceOfSatisfying(
                        FormatException.class,
                        e -> assertThat(e.first().message()).contains("1000000 characters"));
    }

    @Test
    void otherFilesAreNoWorkbooks() {
        fails(new byte[0], "no ZIP archive");
        fails("hello".getBytes(java.nio.charset.StandardCharsets.UTF_8), "no ZIP archive");
        fails(Excel.zip(java.util.Map.of("a", "b")), "holds no workbook");
        byte[] old = new byte[600];
        old[0] = (byte) 0xd0;
        old[1] = (byte) 0xcf;
        assertThatThrownBy(() -> Excel.read(old))
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.first().hint()).contains(".xls file"));
        byte[] whole = Excel.sheet(TABLE);
        fails(Arrays.copyOf(whole, whole.length - 30), "no ZIP archive");
    }

    private static void fails(byte[] bytes, String part) {
        assertThatThrownBy(() -> Excel.read(bytes)).isInstanceOfSatisfying(FormatException.class, e -> {
            assertThat(e.first().code()).isEqualTo("BAD-EXCEL");
            assertThat(e.first().message()).contains(part);
        });
    }
}
