package dev.hinny.lang.formats.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BinaryValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "~|null",
                "Null|null",
                "TRUE|true",
                "yes|\"yes\"",
                "012|12",
                "0o14|12",
                "0xfF|255",
                "0x-1|\"0x-1\"",
                "+7|7",
                "-0.5|-0.5",
                ".5|0.5",
                "1.|1",
                "6e2|600",
                "1_000|\"1_000\"",
                ".inf|\".inf\"",
                "12345678901234567890|12345678901234567890",
                "2020-02-29|\"2020-02-29\"",
                "!!str 12|\"12\"",
                "!!int \"12\"|12",
                "!!float 2|2",
                "! 12|\"12\"",
                "1e99999|\"1e99999\"",
            })
    void plainTextMeansWhatTheCoreSchemaSays(String text, String expected) {
        assertThat(Yaml.shown(text)).isEqualTo(expected);
    }

    @Test
    void mappingsKeepOrderAndTakeKeysOfAnyScalar() {
        assertThat(Yaml.shown("b: 1\na: {x: [1, 2], 3: true}\n? long\n: null\n"))
                .isEqualTo("{b: 1, a: {x: [1, 2], \"3\": true}, long: null}");
    }

    @Test
    void anEmptyDocumentIsNull() {
        assertThat(Yaml.shown("")).isEqualTo("null");
        assertThat(Yaml.shown("# nothing\n")).isEqualTo("null");
        assertThat(Yaml.shown("---\n...\n")).isEqualTo("null");
    }

    @Test
    void blockScalarsKeepOrFoldLines() {
        assertThat(Yaml.shown("a: |\n  x\n  y\nb: >-\n  x\n  y\nc: |+\n  z\n\n"))
                .isEqualTo("{a: \"x\\ny\\n\", b: \"x y\", c: \"z\\n\\n\"}");
    }

    @Test
    void anAliasIsTheValueOfItsAnchor() {
        ObjectValue read = (ObjectValue) Yaml.read("a: &x [1]\nb: *x\nc: &y text\nd: *y\ne: *y\n");
        assertThat(read.get("b")).isSameAs(read.get("a"));
        assertThat(Yaml.shown("c: &y text\nd: *y\n*y : 1\n")).isEqualTo("{c: \"text\", d: \"text\", text: 1}");
    }

    @Test
    void mergeKeysBringInWhatIsNotThere() {
        String text = "base: &b {x: 1, y: 2}\nmore: &m {y: 3, z: 4}\nall: {<<: [*b, *m], y: 5, w: 6}\n";
        assertThat(Yaml.shown(text, "maxEntityCount", "2")).endsWith("all: {x: 1, z: 4, y: 5, w: 6}}");
        fails("a: {<<: 1}", "needs a mapping", 1, 9);
    }

    @Test
    void collectionsMayHaveAsManyAliasesAsMaxEntityCountSays() {
        String text = "a: &a {}\nb: *a\nc: *a\n";
        assertThatThrownBy(() -> Yaml.read(text)).isInstanceOfSatisfying(FormatException.class, e -> {
            assertThat(e.first().code()).isEqualTo("TOO-MANY-ALIASES");
            assertThat(Objects.requireNonNull(e.first().place()).line()).isEqualTo(3);
            assertThat(e.first().hint()).contains("maxEntityCount");
        });
        assertThat(Yaml.shown(text, "maxEntityCount", "2")).isEqualTo("{a: {}, b: {}, c: {}}");
    }

    @Test
    void anAliasBombIsRefusedEvenWhenManyAliasesAreAllowed() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(10) + "]\n");
        }
        assertThatThrownBy(() -> Yaml.read(bomb.toString(), "maxEntityCount", "1000"))
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.first().code()).isEqualTo("TOO-MANY-ALIASES"));
    }

    @Test
    void localTagsStayAsMetadata() {
        ObjectValue read = (ObjectValue) Yaml.read("a: !Ref name\nb: !Sub\n  - 1\nc: !n 5\n");
        assertThat(Objects.requireNonNull(read.get("a")).schema().text("tag")).isEqualTo("!Ref");
        assertThat(Objects.requireNonNull(read.get("b")).schema().text("tag")).isEqualTo("!Sub");
        assertThat(Yaml.write(read, "writeDeclaration", "false")).isEqualTo("a: !Ref name\nb: !Sub\n  - 1\nc: !n 5\n");
    }

    @Test
    void binaryIsDecoded() {
        Value read = Objects.requireNonNull(((ArrayValue) Yaml.read("- !!binary aGVsbG8=")).get(0));
        assertThat(((BinaryValue) read).bytes()).asString().isEqualTo("hello");
    }

    @Test
    void utf16WithAMarkIsRead() {
        byte[] bytes = "a: é".getBytes(StandardCharsets.UTF_16);
        assertThat(((ObjectValue) Yaml.FORMAT.read(ByteSource.of(bytes), Yaml.context())).get("a"))
                .hasToString("é");
    }

    @Test
    void badDocumentsSayWhere() {
        fails("a: [1, 2", "flow sequence", 1, 9);
        fails("a: b: c", "mapping values", 1, 5);
        fails("a: 1\n\tb: 2", "", 2, 1);
        fails("a: *x", "no anchor '&x'", 1, 4);
        fails("a: &x [*x]", "inside its own anchor", 1, 8);
        fails("[a]: 1", "a key must be text", 1, 1);
        fails("a: !!int x", "'x' is no !!int", 1, 4);
        fails("a: 'x", "", 1, 6);
        fails("[".repeat(2000), "1000 levels", 1, 1001);
    }

    @Test
    void aSecondDocumentIsNotDroppedSilently() {
        assertThatThrownBy(() -> Yaml.read("a: 1\n---\nb: 2\n")).isInstanceOfSatisfying(FormatException.class, e -> {
            assertThat(e.first().code()).isEqualTo("SEVERAL-DOCUMENTS");
            assertThat(Objects.requireNonNull(e.first().place()).line()).isEqualTo(2);
        });
    }

    @Test
    void wrongBytesAreNoYaml() {
        assertThatThrownBy(() ->
                        Yaml.FORMAT.read(ByteSource.of(new byte[] {'a', ':', ' ', (byte) 0xff}), Yaml.context()))
                .isInstanceOf(FormatException.class);
    }

    private static void fails(String text, String part, int line, int column) {
        assertThatThrownBy(() -> Yaml.read(text)).as(text).isInstanceOfSatisfying(FormatException.class, e -> {
            assertThat(e.first().code()).isEqualTo("BAD-YAML");
            assertThat(e.first().message()).contains(part);
            assertThat(e.first().place()).hasToString("in.yaml:" + line + ":" + column);
        });
    }
}
