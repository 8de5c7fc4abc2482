package dev.hinny.lang.formats.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWriterTest {
    @ParameterizedTest
    @CsvSource({
        "0.10, 0.1",
        "-0.05, -0.05",
        "100.00, 100",
        "0.00, 0",
        "123456789012345.678, 123456789012345.678",
        "-12345678901234567890.5, -12345678901234567890.5",
        "1E+3, 1000",
        "9223372036854775807, 9223372036854775807",
        "-9223372036854775808, -9223372036854775808"
    })
    void writesNumbersInPlainNotation(String number, String expected) {
        assertThat(write(NumberValue.of(new BigDecimal(number)), Map.of())).isEqualTo(expected);
        assertThat(write(new JsonFormat().read(source(number), FormatContext.of(MediaType.JSON)), Map.of()))
                .isEqualTo(expected);
    }

    private static dev.hinny.lang.engine.format.ByteSource source(String text) {
        return dev.hinny.lang.engine.format.ByteSource.of(text);
    }

    @Test
    void escapesWhatMustBe() {
        assertThat(write(StringValue.of("\"\\/\b\f\n\r\t\u0001\u007f é € 🎈"), Map.of()))
                .isEqualTo("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\u007f é € 🎈\"");
        assertThat(write(StringValue.of("half \uD83C of a pair \uDF88"), Map.of()))
                .isEqualTo("\"half \\uD83C of a pair \\uDF88\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 512, 600, 8192})
    void textsMayBeLongerThanTheBuffer(int buffer) {
        String text = "0123456789 Zürich 🎈\n".repeat(2000);
        Value value = ObjectValue.of(List.of(Entry.of(
                "k".repeat(2000),
                ArrayValue.of(List.of(
                        StringValue.of(text),
                        StringValue.literal("p".repeat(20_000)),
                        NumberValue.of(Long.MIN_VALUE))))));
        String expected = "{\"" + "k".repeat(2000) + "\":[\"" + text.replace("\n", "\\n") + "\",\"" + "p".repeat(20_000)
                + "\",-9223372036854775808]}";
        assertThat(write(value, Map.of("bufferSize", NumberValue.of((long) buffer))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-16LE, '[\"Zürich € 🎈\"]'",
        "ISO-8859-1, '[\"Zürich \\u20AC \\uD83C\\uDF88\"]'",
        "US-ASCII, '[\"Z\\u00FCrich \\u20AC \\uD83C\\uDF88\"]'"
    })
    void escapesCharactersThatTheEncodingLacks(String encoding, String expected) {
        Value value = ArrayValue.of(List.of(StringValue.of("Zürich € 🎈")));
        byte[] written = bytes(value, Map.of("encoding", StringValue.of(encoding)));
        assertThat(new String(written, Charset.forName(encoding))).isEqualTo(expected);
    }

    @Test
    void writesRepeatedKeysAndAttributesAsAsked() {
        Key key = Key.of("a", null, ObjectValue.of(List.of(Entry.of("id", NumberValue.of(7L)))));
        Value value = ObjectValue.of(List.of(
                Entry.of(key, StringValue.of("x")),
                Entry.of("b", NumberValue.of(1L)),
                Entry.of("a", ObjectValue.EMPTY)));
        assertThat(write(value, Map.of())).isEqualTo("{\"a\":\"x\",\"b\":1,\"a\":{}}");
        assertThat(write(value, Map.of("writeAttributes", BooleanValue.TRUE)))
                .isEqualTo("{\"a\":{\"@id\":7,\"__text\":\"x\"},\"b\":1,\"a\":{}}");
        assertThat(write(value, Map.of("duplicateKeyAsArray", BooleanValue.TRUE)))
                .isEqualTo("{\"a\":[\"x\",{}],\"b\":1}");
    }

    @Test
    void theStreamsFailureIsNotHidden() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("the disk is full");
            }
        };
        assertThatThrownBy(() -> new JsonFormat().write(StringValue.of("x"), full, FormatContext.of(MediaType.JSON)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("the disk is full");
    }

    private static String write(Value value, Map<String, Value> options) {
        return new String(bytes(value, options), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Value value, Map<String, Value> options) {
        Map<String, Value> all = new LinkedHashMap<>(options);
        all.put("indent", BooleanValue.FALSE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new JsonFormat().write(value, out, new FormatContext(MediaType.JSON, all, "output"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
