package dev.hinny.lang.formats.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BinaryValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.TemporalValue;
import dev.hinny.lang.engine.value.Value;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlWriterTest {
    @Test
    void theDocumentStartsWithADeclarationUnlessToldNot() {
        assertThat(Yaml.write(Yaml.read("{a: 1}"))).isEqualTo("%YAML 1.2\n---\na: 1\n");
        assertThat(Yaml.write(Yaml.read("{a: 1}"), "writeDeclaration", "false")).isEqualTo("a: 1\n");
        assertThat(Yaml.write(Yaml.read("[]"))).isEqualTo("%YAML 1.2\n---\n[]\n");
        assertThat(Yaml.write(Yaml.read("x"))).isEqualTo("%YAML 1.2\n---\nx\n");
    }

    @Test
    void collectionsAreInBlockStyle() {
        assertThat(body("{a: {b: [1, {c: 2, d: []}, [3, [4]]], e: {}}, f: null}"))
                .isEqualTo("""
                    a:
                      b:
                        - 1
                        - c: 2
                          d: []
                        - - 3
                          - - 4
                      e: {}
                    f: null
                    """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " x",
                "x ",
                "true",
                "Null",
                "yes",
                "12",
                "1.5",
                "0x1f",
                "1_000",
                "12:30",
                "2020-01-01",
                "- a",
                "a: b",
                "a #b",
                "#a",
                "*a",
                "&a",
                "!a",
                "%a",
                "@a",
                "`a",
                "{a",
                "[a",
                "a:",
                "-",
                "?",
                "---",
                "'a'",
                "\"a\"",
                "a\tb",
                "a\\b\nc ",
                "<<",
                "=",
                "|",
                ">",
                "\u0007",
                "\u2028",
                "~"
            })
    void textThatLooksLikeSomethingElseIsQuoted(String text) {
        String written = Yaml.write(StringValue.of(text), "writeDeclaration", "false");
        assertThat(written).startsWith(text.contains("\nc") ? "|-\n" : "\"");
        assertThat(Yaml.read(written)).isEqualTo(StringValue.of(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a b",
                "a:b",
                "a#b",
                "-a",
                "?a",
                "http://x/y?z=1",
                "a, b",
                "a]",
                "é",
                "it's",
                "1.2.3",
                "+",
                "e5"
            })
    void harmlessTextIsPlain(String text) {
        String written = Yaml.write(StringValue.of(text), "writeDeclaration", "false");
        assertThat(written).isEqualTo(text + "\n");
        assertThat(Yaml.read(written)).isEqualTo(StringValue.of(text));
    }

    @Test
    void severalLinesAreABlock() {
        assertThat(body("{a: \"x\\ny\\n\", b: \"x\\n\\n y\", c: [\"p\\nq\\n\\n\"]}"))
                .isEqualTo("a: |\n  x\n  y\nb: |-\n  x\n\n   y\nc:\n  - |+\n    p\n    q\n\n");
    }

    @Test
    void nullsAreLeftOutWhereAsked() {
        String text = "{a: null, b: [1, null], c: {d: null}}";
        assertThat(body(text, "skipNullOn", "objects")).isEqualTo("b:\n  - 1\n  - null\nc: {}\n");
        assertThat(body(text, "skipNullOn", "arrays")).isEqualTo("a: null\nb:\n  - 1\nc:\n  d: null\n");
        assertThat(body(text, "skipNullOn", "everywhere")).isEqualTo("b:\n  - 1\nc: {}\n");
    }

    @Test
    void simpleValuesOfOtherTypesAreText() {
        Value value = ObjectValue.of(List.of(
                Entry.of("date", TemporalValue.of(LocalDate.of(2020, 2, 29))),
                Entry.of("bytes", BinaryValue.of(new byte[] {1, 2, 3})),
                Entry.of("none", NullValue.NULL)));
        assertThat(Yaml.write(value, "writeDeclaration", "false"))
                .isEqualTo("date: 2020-02-29\nbytes: !!binary \"AQID\"\nnone: null\n");
    }

    @Test
    void veryLongKeysAreExplicit() {
        String name = "k".repeat(2000);
        Value value = ObjectValue.of(List.of(Entry.of(name, ArrayValue.of(List.of(StringValue.of("v"))))));
        assertThat(Yaml.shown(Yaml.write(value))).isEqualTo("{" + name + ": [\"v\"]}");
    }

    @Test
    void charactersThatTheEncodingLacksAreEscaped() {
        assertThat(Yaml.write(StringValue.of("aé€"), "encoding", "ISO-8859-1", "writeDeclaration", "false"))
                .isEqualTo("\"aé\\u20AC\"\n");
    }

    @Test
    void whatHasNoTextIsRefused() {
        assertThatThrownBy(() -> Yaml.write(new dev.hinny.lang.engine.value.FunctionValue() {
                    @Override
                    public String name() {
                        return "f";
                    }

                    @Override
                    public List<Parameter> parameters() {
                        return List.of();
                    }

                    @Override
                    public Value call(Value... arguments) {
                        return NullValue.NULL;
                    }
                }))
                .isInstanceOf(FormatException.class);
    }

    private static String body(String text, String... options) {
        String[] all = java.util.Arrays.copyOf(options, options.length + 2);
        all[options.length] = "writeDeclaration";
        all[options.length + 1] = "false";
        return Yaml.write(Yaml.read(text), all);
    }
}
