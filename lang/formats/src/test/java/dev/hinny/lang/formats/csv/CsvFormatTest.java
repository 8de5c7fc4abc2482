package dev.hinny.lang.formats.csv;

import static dev.hinny.lang.formats.TextFormats.json;
import static dev.hinny.lang.formats.TextFormats.read;
import static dev.hinny.lang.formats.TextFormats.value;
import static dev.hinny.lang.formats.TextFormats.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.formats.TextFormats.Trickle;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFormatTest {
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void everyLineEndEndsARow(String end) {
        String text = "a,b" + end + "1,\"x" + end + "y\"" + end + end + "2,";
        String shown = end.replace("\r", "\\r").replace("\n", "\\n");
        assertThat(json(read("csv", text)))
                .isEqualTo("[{\"a\":\"1\",\"b\":\"x" + shown + "y\"},{\"a\":\"2\",\"b\":\"\"}]");
        assertThat(json(read("csv", new Trickle(text.getBytes(StandardCharsets.UTF_8), 3))))
                .isEqualTo(json(read("csv", text)));
    }

    @Test
    void rowsMayBeShorterAndLongerThanTheHeader() {
        assertThat(json(read("csv", "a,b\n1\n1,2,3,4")))
                .isEqualTo("[{\"a\":\"1\"},{\"a\":\"1\",\"b\":\"2\",\"column_2\":\"3\",\"column_3\":\"4\"}]");
    }

    @Test
    void namesMayRepeat() {
        ArrayValue rows = (ArrayValue) read("csv", "a,a\n1,2");
        assertThat(json(rows)).isEqualTo("[{\"a\":\"1\",\"a\":\"2\"}]");
        assertThat(((ObjectValue) Objects.requireNonNull(rows.get(0))).get("a")).hasToString("1");
    }

    @Test
    void quotesCountAtTheBeginningOfAFieldOnly() {
        assertThat(json(read("csv", "a,b,c\nx\"y,\"p\"q\"r\",\"\"")))
                .isEqualTo("[{\"a\":\"x\\\"y\",\"b\":\"pq\\\"r\\\"\",\"c\":\"\"}]");
    }

    @Test
    void escapesTakeTheMeaningFromSpecialCharactersOnly() {
        assertThat(json(read("csv", "a,b,c\nx\\,y,C:\\temp,\"q\\\"r\\\\\"")))
                .isEqualTo("[{\"a\":\"x,y\",\"b\":\"C:\\\\temp\",\"c\":\"q\\\"r\\\\\"}]");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "separator, ;, a;b|1;x y",
                "separator, \\t, a\tb|1\tx y",
                "separator, §, a§b|1§x y",
                "separator, ||, a||b|1||x y",
                "quote, ', `a,b|1,'x y'`",
                "escape, ^, `a,b|1,x y`"
            })
    void charactersCanBeChosen(String option, String character, String text) {
        String lines = text.replaceFirst("(?<!\\|)\\|(?!\\|)", "\n");
        assertThat(json(read("csv", lines, option, character))).isEqualTo("[{\"a\":\"1\",\"b\":\"x y\"}]");
    }

    @Test
    void headerAndBodyMayBeginFurtherDown() {
        String text = "report\n\na,b\n-,-\n1,2\n";
        assertThat(json(read("csv", text, "headerLineNumber", 2, "bodyStartLineNumber", 4)))
                .isEqualTo("[{\"a\":\"1\",\"b\":\"2\"}]");
    }

    @Test
    void emptyLinesAreRowsWhereAsked() {
        assertThat(json(read("csv", "a\n1\n\n2\n", "ignoreEmptyLine", false)))
                .isEqualTo("[{\"a\":\"1\"},{\"a\":\"\"},{\"a\":\"2\"}]");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstName() {
        assertThat(json(read("csv", "\ufeffa,b\n1,2"))).isEqualTo("[{\"a\":\"1\",\"b\":\"2\"}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "windows-1252", "UTF-16", "UTF-16LE", "UTF-32BE", "IBM1047"})
    void everyEncodingIsReadAndWritten(String encoding) {
        byte[] bytes = "name,größe\nJürgen,\"1,5\"\n".getBytes(Charset.forName(encoding));
        String expected = "[{\"name\":\"Jürgen\",\"größe\":\"1,5\"}]";
        assertThat(json(read("csv", ByteSource.of(bytes), "encoding", encoding)))
                .isEqualTo(expected);
        assertThat(json(read("csv", new Trickle(bytes, 1), "encoding", encoding)))
                .isEqualTo(expected);
        byte[] written = dev.hinny.lang.formats.TextFormats.bytes(
                "csv", value(expected), "encoding", encoding, "quoteValues", true);
        assertThat(new String(written, Charset.forName(encoding))).isEqualTo("name,größe\n\"Jürgen\",\"1,5\"\n");
    }

    @Test
    void bytesThatAreNoUtf8BecomeReplacementCharacters() {
        byte[] bytes = {'a', '\n', 'x', (byte) 0xc3, 'y'};
        assertThat(json(read("csv", ByteSource.of(bytes)))).isEqualTo("[{\"a\":\"x\ufffdy\"}]");
    }

    @Test
    void fieldsWithControlCharactersAreNotPlain() {
        ArrayValue rows = (ArrayValue) read("csv", "a\tb\n\"x\ty\"\tz", "separator", "\t");
        ObjectValue row = (ObjectValue) Objects.requireNonNull(rows.get(0));
        assertThat(((StringValue) Objects.requireNonNull(row.get("a"))).isPlain())
                .isFalse();
        assertThat(((StringValue) Objects.requireNonNull(row.get("b"))).isPlain())
                .isTrue();
        assertThat(json(rows)).isEqualTo("[{\"a\":\"x\\ty\",\"b\":\"z\"}]");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anOpenQuoteIsFoundWhereItStands(boolean stream) {
        byte[] bytes = "a,b\n1,2\nä\"x,\"y\nz".getBytes(StandardCharsets.UTF_8);
        ByteSource source = stream ? new Trickle(bytes, 5) : ByteSource.of(bytes);
        assertThatThrownBy(() -> json(read("csv", source))).isInstanceOfSatisfying(FormatException.class, e -> {
            assertThat(e.first().code()).isEqualTo("BAD-CSV");
            assertThat(Objects.requireNonNull(e.first().place()).toString()).isEqualTo("payload:3:5");
        });
    }

    @Test
    void rowsCanBeReadAgainAndInAnyOrder() {
        StringBuilder text = new StringBuilder("n\n");
        IntStream.range(0, 5000).forEach(i -> text.append(i).append('\n'));
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        for (ByteSource source : List.of(ByteSource.of(bytes), new Trickle(bytes, 9))) {
            ArrayValue rows = (ArrayValue) read("csv", source);
            assertThat(rows.isEmpty()).isFalse();
            assertThat(json(Objects.requireNonNull(rows.get(3)))).isEqualTo("{\"n\":\"3\"}");
            assertThat(rows.size()).isEqualTo(5000);
            assertThat(json(Objects.requireNonNull(rows.get(4999)))).isEqualTo("{\"n\":\"4999\"}");
            assertThat(rows.get(5000)).isNull();
            assertThat(rows.get(-1)).isNull();
            assertThat(rows.toList()).hasSize(5000);
            assertThat(rows.iterator().next()).isNotNull();
        }
    }

    @Test
    void rowsCanBeReadByManyThreadsAtOnce() throws InterruptedException, ExecutionException {
        StringBuilder text = new StringBuilder("n,text\n");
        IntStream.range(0, 3000)
                .forEach(i -> text.append(i).append(",\"t \"\"").append(i).append("\"\"\",more\n"));
        ArrayValue rows = (ArrayValue) read("csv", text.toString());
        String expected = json(read("csv", text.toString()));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = IntStream.range(0, 16)
                    .mapToObj(_ -> threads.submit(() -> json(rows)))
                    .toList();
            for (Future<String> answer : answers) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "separator, ''",
        "quote, ab",
        "escape, ä",
        "headerLineNumber, -1",
        "bodyStartLineNumber, x",
        "encoding, no"
    })
    void badPropertiesAreNamed(String option, String value) {
        assertThatThrownBy(() -> read("csv", "a\n1", option, value))
                .isInstanceOfSatisfying(FormatException.class, e -> {
                    assertThat(e.first().code()).isEqualTo("BAD-OPTION");
                    assertThat(e.first().message()).contains(value);
                });
    }

    @Test
    void specialCharactersAreEscapedLineEndsAreQuoted() {
        assertThat(write("csv", value("[{\"a\":\"x,y\",\"b\":\"p\\\"q\"},{\"a\":\"1\\n2\",\"b\":\"C:\\\\t\"}]")))
                .isEqualTo("a,b\nx\\,y,p\\\"q\n\"1\n2\",C:\\t\n");
    }

    @Test
    void withoutEscapeFieldsAreQuotedAndQuotesDoubled() {
        String value = "[{\"a\":\"x,y\",\"b\":\"p\\\"q\"}]";
        assertThat(write("csv", value(value), "escape", "")).isEqualTo("a,b\n\"x,y\",\"p\"\"q\"\n");
        assertThat(write("csv", value(value), "escape", "\"")).isEqualTo("a,b\n\"x,y\",\"p\"\"q\"\n");
    }

    @Test
    void theWriterFollowsItsProperties() {
        String value = "[{\"a\":1,\"b\":null}]";
        assertThat(write("csv", value(value), "quoteValues", true, "quoteHeader", true, "lineSeparator", "\r\n"))
                .isEqualTo("\"a\",\"b\"\r\n\"1\",\"\"\r\n");
        assertThat(write("csv", value(value), "header", false, "separator", "\u001e"))
                .isEqualTo("1\u001e\n");
        assertThat(write("csv", value(value), "quote", "'", "quoteValues", true))
                .isEqualTo("a,b\n'1',''\n");
    }

    @Test
    void theFirstRowGivesTheColumns() {
        assertThat(write("csv", value("[{\"a\":1,\"b\":2},{\"b\":3},{\"b\":5,\"a\":4,\"c\":6},{\"a\":7}]")))
                .isEqualTo("a,b\n1,2\n,3\n4,5\n7,\n");
        assertThat(write("csv", value("[{\"a\":1,\"a\":2},{\"x\":0,\"a\":3,\"a\":4}]")))
                .isEqualTo("a,a\n1,2\n3,4\n");
    }

    @Test
    void rowsMayBeArraysOrOneObject() {
        assertThat(write("csv", value("[[1,2],[3]]"))).isEqualTo("1,2\n3\n");
        assertThat(write("csv", value("{\"a\":1,\"b\":2}"))).isEqualTo("a,b\n1,2\n");
        assertThat(write("csv", value("{\"row\":{\"a\":1},\"row\":{\"a\":2}}"))).isEqualTo("a\n1\n2\n");
        assertThat(write("csv", value("[]"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "[{\"a\":1},{\"a\":{\"b\":2}}] ! NO-TEXT-FORM ! [1].a",
                "[[1,[2]]] ! NO-TEXT-FORM ! [0][1]",
                "[{\"a\":1},7] ! NO-ROWS ! [1]",
                "\"text\" ! NO-ROWS ! String"
            })
    void whatHasNoFormIsNamedWithItsPath(String value, String code, String part) {
        assertThatThrownBy(() -> write("csv", value(value.strip())))
                .isInstanceOfSatisfying(FormatException.class, e -> {
                    assertThat(e.first().code()).isEqualTo(code);
                    assertThat(e.first().message()).contains(part);
                });
    }
}
