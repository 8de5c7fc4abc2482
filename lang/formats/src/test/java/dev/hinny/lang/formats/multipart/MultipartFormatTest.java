package dev.hinny.lang.formats.multipart;

import static dev.hinny.lang.formats.TextFormats.bytes;
import static dev.hinny.lang.formats.TextFormats.json;
import static dev.hinny.lang.formats.TextFormats.read;
import static dev.hinny.lang.formats.TextFormats.value;
import static dev.hinny.lang.formats.TextFormats.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hinny.base.MediaType;
import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.Bindings;
import dev.hinny.lang.engine.CompileOptions;
import dev.hinny.lang.engine.Script;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.value.BinaryValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MultipartFormatTest {
    private static final String MAIL = """
        This is a preamble.
        --b
        content-disposition: form-data; name="a"; filename="x \\"y\\".json"
        content-type: application/json

        {"n": 1}
        --b
        Content-Type: text/html; charset=UTF-8
        Content-ID: <page>

        <p>--b</p>
        --bc
        --b
        Content-Type: text/plain; charset=ISO-8859-1
        Content-Transfer-Encoding: quoted-printable
        X-Long: one
          two

        caf=E9 =
        au lait
        --b--
        epilogue
        """;

    @Test
    void partsKeepTheirHeadersAndAreReadInTheirMediaType() {
        ObjectValue document = (ObjectValue) read("multipart", MAIL, "boundary", "b");
        assertThat(json(document))
                .isEqualTo("{\"preamble\":\"This is a"
                               + " preamble.\",\"parts\":{\"a\":{\"headers\":{\"Content-Disposition\":{\"name\":\"a\",\"filename\":\"x"
                               + " \\\"y\\\".json\",\"subtype\":\"form-data\"},"
                               + "\"Content-Type\":\"application/json\"},\"content\":{\"n\":1}},\"page\":{\"headers\":{\"Content-Type\":\"text/html;"
                               + " charset=UTF-8\",\"Content-ID\":\"<page>\"},\"content\":\"<p>--b</p>\\n"
                               + "--bc\"},\"part2\":{\"headers\":{\"Content-Type\":\"text/plain;"
                               + " charset=ISO-8859-1\",\"Content-Transfer-Encoding\":\"quoted-printable\",\"X-Long\":\"one"
                               + " two\"},\"content\":\"café au lait\"}}}");
        Value html = content(document, "page");
        assertThat(html).isInstanceOf(BinaryValue.class);
        assertThat(html.schema().text("mimeType")).isEqualTo("text/html");
        assertThat(content(document, "a").schema().get("raw")).isInstanceOf(BinaryValue.class);
    }

    @Test
    void partsWithoutTypeAreBytesUnlessSaidOtherwise() {
        String text = "--b\r\nContent-Disposition: form-data; name=x\r\n\r\n1\r\n--b--";
        assertThat(content(read("multipart", text, "boundary", "b"), "x")).isInstanceOf(BinaryValue.class);
        assertThat(content(read("multipart", text, "defaultContentType", "text/plain"), "x"))
                .isInstanceOf(StringValue.class);
        assertThat(json(content(read("multipart", text, "defaultContentType", "application/json"), "x")))
                .isEqualTo("1");
    }

    @Test
    void fileNamesMayBeInOtherCharacters() {
        String text = "--b\r\nContent-Disposition: form-data; name=x; filename=\"n.txt\";"
                + " filename*=UTF-8''na%C3%AFve%20n.txt\r\n\r\n\r\n--b--";
        assertThat(json(read("multipart", text)))
                .contains("\"filename\":\"naïve n.txt\"")
                .contains("\"content\":\"\"");
    }

    @Test
    void aLargePartStaysInTheSource() throws IOException {
        byte[] data = new byte[20_000_000];
        new Random(1).nextBytes(data);
        ObjectValue part = ObjectValue.of(List.of(Entry.of("content", BinaryValue.of(data))));
        byte[] document = bytes(
                "multipart",
                ObjectValue.of(List.of(Entry.of("parts", ObjectValue.of(List.of(Entry.of("f", part)))))),
                "boundary",
                "b");
        ByteSource stream = new ByteSource() {
            @Override
            public InputStream open() {
                return ByteSource.of(document).open();
            }

            @Override
            public long size() {
                return document.length;
            }
        };
        BinaryValue content = (BinaryValue) content(read("multipart", stream, "boundary", "b"), "f");
        assertThat(content.source().size()).isEqualTo(data.length);
        try (InputStream in = content.source().open()) {
            assertThat(in.readNBytes(1000)).isEqualTo(java.util.Arrays.copyOf(data, 1000));
        }
        assertThat(content.bytes()).isEqualTo(data);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "text|more| ! b ! BAD-MULTIPART ! 3:1",
                "--b|A: b||text ! b ! BAD-MULTIPART ! 4:1",
                "--b|A: b ! b ! BAD-MULTIPART ! 2:1",
                "--b|Content-Type: application/json||{]|--b-- ! b ! BAD-JSON ! 1:2",
                "text ! '' ! MISSING-OPTION ! ''"
            })
    void whatIsWrongIsSaidWithItsPlace(String text, String boundary, String code, String place) {
        assertThatThrownBy(() -> json(read("multipart", text.replace('|', '\n'), "boundary", boundary)))
                .isInstanceOfSatisfying(FormatException.class, e -> {
                    assertThat(e.first().code()).isEqualTo(code);
                    assertThat(String.valueOf(e.first().place())).endsWith(place.isEmpty() ? "null" : place);
                });
    }

    @Test
    void headersAreCompletedForForms() {
        String written = write("multipart", value("""
            {"parts": {
              "a": {"content": "text"},
              "b": {"headers": {"Content-Disposition": {"filename": "q\\"r.json"}, "X-Id": 7}, "content": [1]},
              "c": {"headers": {"content-type": "text/html", "Content-Disposition": "inline"}, "content": "<p>"}
            }}\
            """), "boundary", "x y");
        assertThat(written).isEqualTo("""
            --x y
            Content-Disposition: form-data; name="a"

            text
            --x y
            Content-Type: application/json
            Content-Disposition: form-data; name="b"; filename="q%22r.json"
            X-Id: 7

            [
              1
            ]
            --x y
            Content-Type: text/html
            Content-Disposition: inline

            <p>
            --x y--
            """.replace("\n", "\r\n").replace("[\r\n  1\r\n]", "[\n  1\n]"));
    }

    @Test
    void aBoundaryIsMadeUpAndToldInTheMediaType() {
        Script script = Script.compile(
                new SourceText("x.dwl", "output multipart/mixed --- {parts: {a: {content: 'x'}}}"),
                CompileOptions.NONE);
        TypedValue result = script.run(Bindings.NONE);
        String boundary = Objects.requireNonNull(result.mediaType().parameters().get("boundary"));
        assertThat(new String(result.bytes().bytes(), StandardCharsets.UTF_8))
                .isEqualTo("--" + boundary + "\r\n\r\nx\r\n--" + boundary + "--\r\n");
        MediaType again = MediaType.parse(result.mediaType().toString()).orElseThrow();
        assertThat(json(content(TypedValue.of(result.bytes(), again).value(), "part0")))
                .isEqualTo("\"x\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "7 ! found Number",
                "{} ! no 'parts'",
                "{\"parts\": {\"a\": 1}} ! 'parts.a'",
                "{\"parts\": {\"a\": {}}} ! no 'content'",
                "{\"parts\": {\"a\": {\"headers\": {\"Content-Type\": \"image/png\"}, \"content\": {}}}} ! image/png",
                "{\"parts\": {\"a\": {\"headers\": {\"X\": \"1\\r\\n2\"}, \"content\": 1}}} ! the header 'X'"
            })
    void whatIsNoMultipartIsRefused(String json, String message) {
        assertThatThrownBy(() -> write("multipart", value(json)))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(message);
    }

    private static Value content(Value document, String part) {
        ObjectValue parts = (ObjectValue) Objects.requireNonNull(((ObjectValue) document).get("parts"));
        return Objects.requireNonNull(((ObjectValue) Objects.requireNonNull(parts.get(part))).get("content"));
    }
}
