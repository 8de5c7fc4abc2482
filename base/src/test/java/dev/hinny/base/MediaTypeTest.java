package dev.hinny.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypeTest {
    @Test
    void readsTypeAndParametersWithQuotes() {
        MediaType type = MediaType.parse("Multipart/Form-Data; boundary=\"a;b\\\"c\"; Charset=utf-8")
                .orElseThrow();
        assertThat(type.essence()).isEqualTo("multipart/form-data");
        assertThat(type.parameters()).containsExactly(Map.entry("boundary", "a;b\"c"), Map.entry("charset", "utf-8"));
        assertThat(type.charset()).contains(StandardCharsets.UTF_8);
        assertThat(MediaType.parse(type.toString())).contains(type);
    }

    @Test
    void aBackslashBeforeAnyOtherCharacterStays() {
        MediaType type = MediaType.parse("application/csv; separator=\"\\t\"; escape=\"\\\\\"")
                .orElseThrow();
        assertThat(type.parameters()).containsExactly(Map.entry("separator", "\\t"), Map.entry("escape", "\\"));
        assertThat(MediaType.parse(type.toString())).contains(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "json", "/json", "text/", "a/b/c", "te xt/plain"})
    void refusesWhatIsNoMediaType(String text) {
        assertThat(MediaType.parse(text)).isEmpty();
    }

    @Test
    void rangesTakeInTheirTypes() {
        assertThat(MediaType.ANY.includes(MediaType.JSON)).isTrue();
        assertThat(MediaType.parse("application/*").orElseThrow().includes(MediaType.JSON))
                .isTrue();
        assertThat(MediaType.TEXT.includes(MediaType.JSON)).isFalse();
    }

    @Test
    void anUnknownCharsetIsNone() {
        assertThat(MediaType.parse("text/plain; charset=nowhere-8")
                        .orElseThrow()
                        .charset())
                .isEmpty();
        assertThat(MediaType.TEXT.withCharset(StandardCharsets.ISO_8859_1).toString())
                .isEqualTo("text/plain; charset=ISO-8859-1");
    }
}
