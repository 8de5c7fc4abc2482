package dev.hinny.lang.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.format.Formats;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {
    private static final Map<String, Value> COMPACT = Map.of("indent", BooleanValue.FALSE);

    @Test
    void jsonKeepsOrderRepetitionAndExactNumbers() throws IOException {
        String text = "{\"b\":1,\"a\":[1.50,12345678901234567890,true,null,\"x\\n\"],\"b\":{}}";
        assertThat(write("json", read("json", text), COMPACT))
                .isEqualTo("{\"b\":1,\"a\":[1.5,12345678901234567890,true,null,\"x\\n\"],\"b\":{}}");
    }

    @Test
    void jsonWritesOneKeyALineByDefault() throws IOException {
        assertThat(write("json", read("json", "{\"a\":[1,2],\"e\":[]}"), Map.of()))
                .isEqualTo("{\n  \"a\": [\n    1,\n    2\n  ],\n  \"e\": []\n}");
    }

    @Test
    void jsonLeavesOutNullsWhereAsked() throws IOException {
        Value value = read("json", "{\"a\":null,\"b\":[1,null]}");
        assertThat(write("json", value, options("skipNullOn", "objects"))).isEqualTo("{\"b\":[1,null]}");
        assertThat(write("json", value, options("skipNullOn", "arrays"))).isEqualTo("{\"a\":null,\"b\":[1]}");
        assertThat(write("json", value, options("skipNullOn", "everywhere"))).isEqualTo("{\"b\":[1]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1,]", "{\"a\" 1}", "{} {}", "nul", "[\"\u0001\"]"})
    void jsonSaysWhereADocumentIsBroken(String text) {
        assertThatThrownBy(() -> read("json", text)).isInstanceOfSatisfying(FormatException.class, e -> {
            assertThat(e.first().code()).isEqualTo("BAD-JSON");
            assertThat(e.first().place()).isNotNull();
        });
    }

    @Test
    void jsonRefusesBottomlessNesting() {
        assertThatThrownBy(() -> read("json", "[".repeat(100_000))).isInstanceOf(FormatException.class);
    }

    @Test
    void xmlKeepsAttributesNamespacesCdataAndRepetition() throws IOException {
        String text = "<o:order xmlns:o=\"urn:o\" id=\"7\"><item>a</item><item><![CDATA[<b>]]></item><none/></o:order>";
        assertThat(write("xml", read("xml", text), COMPACT)).isEqualTo("<?xml version='1.0' encoding='UTF-8'?>" + text);
    }

    @Test
    void xmlNeverReadsExternalEntities() {
        String text = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>";
        assertThatThrownBy(() -> read("xml", text)).isInstanceOf(FormatException.class);
    }

    @Test
    void xmlNeedsOneRoot() {
        assertThatThrownBy(() -> write("xml", read("json", "{\"a\":1,\"b\":2}"), Map.of()))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("one root element");
        assertThatThrownBy(() -> write("xml", read("json", "{\"a\":[1,2]}"), Map.of()))
                .hasMessageContaining("one root element");
    }

    @Test
    void csvReadsQuotedFieldsAndWritesThemBack() throws IOException {
        Value rows = read("csv", "name,note\nAda,\"a, \"\"b\"\"\nc\"\n\nBob,\n");
        assertThat(write("json", rows, COMPACT))
                .isEqualTo("[{\"name\":\"Ada\",\"note\":\"a, \\\"b\\\"\\nc\"},{\"name\":\"Bob\",\"note\":\"\"}]");
        assertThat(write("csv", read("csv", write("csv", rows, Map.of())), Map.of()))
                .isEqualTo("name,note\nAda,\"a, \\\"b\\\"\nc\"\nBob,\n");
    }

    @Test
    void csvWithoutHeaderNamesItsColumns() throws IOException {
        Value rows = Formats.byId("csv")
                .orElseThrow()
                .read(
                        ByteSource.of("1;2"),
                        new FormatContext(
                                new MediaType("application", "csv", Map.of()),
                                Map.of("header", BooleanValue.FALSE, "separator", StringValue.of(";")),
                                "payload"));
        assertThat(write("json", rows, COMPACT)).isEqualTo("[{\"column_0\":\"1\",\"column_1\":\"2\"}]");
    }

    @Test
    void formFieldsRepeatAndDecode() throws IOException {
        Value form = read("urlencoded", "a=1&b=x+y%26&a=2");
        assertThat(((ObjectValue) form).size()).isEqualTo(3);
        assertThat(write("urlencoded", form, Map.of())).isEqualTo("a=1&b=x+y%26&a=2");
    }

    private static Map<String, Value> options(String name, String value) {
        return Map.of("indent", BooleanValue.FALSE, name, StringValue.of(value));
    }

    private static Value read(String format, String text) {
        return Formats.byId(format).orElseThrow().read(ByteSource.of(text), FormatContext.of(MediaType.TEXT));
    }

    private static String write(String format, Value value, Map<String, Value> options) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Formats.byId(format).orElseThrow().write(value, out, new FormatContext(MediaType.TEXT, options, "payload"));
        return out.toString(StandardCharsets.UTF_8);
    }
}
