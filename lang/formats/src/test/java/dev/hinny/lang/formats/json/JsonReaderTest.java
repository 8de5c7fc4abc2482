package dev.hinny.lang.formats.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
    private static final JsonFormat FORMAT = new JsonFormat();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[1, 2 | 1:6 | ends where ',' or ']'",
                "[1, ] | 1:5 | found ']' where a value",
                "{'a' 1} | 1:6 | found '1' where ':'",
                "{'a': tru} | 1:7 | 'true'",
                "{'a': 'x\\q'} | 1:9 | unknown escape 'q'",
                "{'é': 01} | 1:7 | leading zero",
                "{'a': 1.} | 1:9 | a digit after the decimal point",
                "{} {} | 1:4 | found '{' where the end of the document",
                "'abc | 1:5 | ends within a text",
                "[1e999999] | 1:4 | exponent"
            })
    void saysWhatIsWrongAndWhere(String text, String place, String message) {
        assertThatThrownBy(() -> read(text.replace('\'', '"'))).isInstanceOfSatisfying(FormatException.class, e -> {
            assertThat(String.valueOf(e.first().place())).isEqualTo("payload:" + place);
            assertThat(e.first().code()).isEqualTo("BAD-JSON");
            assertThat(e.getMessage()).contains(message);
        });
    }

    @Test
    void countsLinesAndCharacters() {
        assertThatThrownBy(() -> read("{\n  \"ключ\": \"日本\",\n  \"b\": x\n}"))
                .isInstanceOfSatisfying(
                        FormatException.class,
                        e -> assertThat(String.valueOf(e.first().place())).isEqualTo("payload:3:8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"c0 80", "ed a0 80", "f5 80 80 80", "80", "e2 82", "ff"})
    void refusesBytesThatAreNotUtf8(String hex) {
        byte[] bytes = {'"', 0, 0, 0, 0, '"'};
        String[] parts = hex.split(" ");
        for (int i = 0; i < 4; i++) {
            bytes[1 + i] = i < parts.length ? (byte) Integer.parseInt(parts[i], 16) : (byte) ' ';
        }
        assertThatThrownBy(() -> read(ByteSource.of(bytes), MediaType.JSON))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE", "ISO-8859-1"})
    void readsDocumentsOfOtherCharsetsShortAndStreamed(String charset) {
        byte[] bytes = "[\"Zürich\", 1]".getBytes(Charset.forName(charset));
        MediaType said = charset.equals("ISO-8859-1")
                ? new MediaType("application", "json", Map.of("charset", charset))
                : MediaType.JSON;
        assertThat(texts(read(ByteSource.of(bytes), said))).containsExactly("Zürich", "1");
        Charset known = charset.equals("ISO-8859-1") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        Origin origin = new Origin(new Trickle(bytes, 3), known, "payload");
        Value streamed = new StreamedArray(origin, 0, 0, dev.hinny.lang.engine.value.Schema.NONE);
        assertThat(texts(streamed)).containsExactly("Zürich", "1");
    }

    @Test
    void passesOverTheMarkOfTheByteOrder() {
        assertThat(texts(read("\uFEFF[\"a\"]"))).containsExactly("a");
    }

    @Test
    void keepsNumbersExact() {
        List<Value> numbers = ((ArrayValue) read(
                        "[1.10, -0.000001, 123456789012345678.9, 1e3, -9223372036854775808, 99999999999999999999]"))
                .toList();
        assertThat(numbers.stream().map(n -> ((NumberValue) n).decimal()))
                .containsExactly(
                        new BigDecimal("1.10"),
                        new BigDecimal("-0.000001"),
                        new BigDecimal("123456789012345678.9"),
                        new BigDecimal("1E+3"),
                        new BigDecimal("-9223372036854775808"),
                        new BigDecimal("99999999999999999999"));
    }

    @Test
    void findsItemsAndKeysOfLargeContainers() {
        StringBuilder text = new StringBuilder("{\"list\": [");
        for (int i = 0; i < 2000; i++) {
            text.append(i == 0 ? "" : ",").append("[").append(i).append("]");
        }
        text.append("], \"map\": {");
        for (int i = 0; i < 2000; i++) {
            text.append(i == 0 ? "" : ",")
                    .append("\"k")
                    .append(i)
                    .append("\": ")
                    .append(i);
        }
        ObjectValue root =
                (ObjectValue) read(text.append(", \"k7\": \"again\"}}").toString());
        ArrayValue list = (ArrayValue) Objects.requireNonNull(root.get("list"));
        assertThat(list.size()).isEqualTo(2000);
        assertThat(texts(Objects.requireNonNull(list.get(1234)))).containsExactly("1234");
        assertThat(list.get(2000)).isNull();
        ObjectValue map = (ObjectValue) Objects.requireNonNull(root.get("map"));
        assertThat(map.size()).isEqualTo(2001);
        assertThat(map.get("k7")).isEqualTo(NumberValue.of(7L));
        assertThat(map.get("k1999")).isEqualTo(NumberValue.of(1999L));
        assertThat(map.get("none")).isNull();
        Entry last = Objects.requireNonNull(map.entry(2000));
        assertThat(last.key().name()).isEqualTo("k7");
    }

    @Test
    void manyKeysWithTheSameHashCostNoMoreThanOthers() {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < 100_000; i++) {
            text.append(i == 0 ? "" : ",")
                    .append("\"")
                    .append(Integer.toString(i, 2))
                    .append("\":0");
        }
        assertThat(((ObjectValue) read(text.append("}").toString())).size()).isEqualTo(100_000);
    }

    private static Value read(String text) {
        return read(ByteSource.of(text), MediaType.JSON);
    }

    private static Value read(ByteSource source, MediaType mediaType) {
        return FORMAT.read(source, FormatContext.of(mediaType));
    }

    private static List<String> texts(Value array) {
        List<String> texts = new ArrayList<>();
        for (Value item : (ArrayValue) array) {
            texts.add(
                    item instanceof StringValue s
                            ? s.text()
                            : ((NumberValue) item).decimal().toPlainString());
        }
        return texts;
    }
}
