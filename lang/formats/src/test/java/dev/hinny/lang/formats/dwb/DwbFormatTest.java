package dev.hinny.lang.formats.dwb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hinny.base.MediaType;
import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.Bindings;
import dev.hinny.lang.engine.CompileOptions;
import dev.hinny.lang.engine.Script;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.format.Formats;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.RangeArray;
import dev.hinny.lang.engine.value.RegexValue;
import dev.hinny.lang.engine.value.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DwbFormatTest {
    private static final DwbFormat FORMAT = new DwbFormat();
    private static final FormatContext CONTEXT =
            new FormatContext(MediaType.parse("application/dwb").orElseThrow(), java.util.Map.of(), "in.dwb");
    private static final String EVERYTHING = """
        ns a http://a
        ns b http://b
        ---
        {
          n: null, t: true, f: false, zero: 0, long: -9223372036854775808, big: 12345678901234567890.50,
          tiny: 0.0000001, s: "text é \\n", empty: "", list: [1, [], [{}]],
          date: |2024-02-29|, time: |10:20:30.123456789|, zoned: |10:20:30+02:00|, local: |2024-02-29T10:20:30|,
          at: |2024-02-29T10:20:30Z|, here: |2024-07-29T10:20:30+02:00| >> |Europe/Paris|, period: |P1Y2M3D|, wait: |PT-1.5S|,
          zone: |-03:00|, region: |America/Buenos_Aires|, regex: /(?i)a\\/b+/, range: 3 to 1,
          bytes: "AQID" as Binary {base: "64"}, key: "k" as Key,
          a#x @(id: 1, b#y: "z"): {a#x: 1, x: 2, x: 3},
          meta: "1.5" as Number {format: "0.0", deep: {a: [1]}}, metaList: [1] as Array {class: "java.util.Set"}
        }
        """;

    private static Value value(String script) {
        return Script.compile(new SourceText("test", script), CompileOptions.NONE)
                .evaluate(Bindings.NONE);
    }

    private static byte[] write(Value value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            FORMAT.write(value, out, CONTEXT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Value read(byte[] bytes) {
        return FORMAT.read(ByteSource.of(bytes), CONTEXT);
    }

    private static String shown(Value value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Formats.byId("dw").orElseThrow().write(value, out, CONTEXT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void everyKindComesBackWithAllThatItCarries() {
        Value value = value(EVERYTHING);
        ObjectValue read = (ObjectValue) read(write(value));
        assertThat(shown(read)).isEqualTo(shown(value));
        assertThat(read.get("range")).isEqualTo(RangeArray.of(3, 1));
        assertThat(((RegexValue) Objects.requireNonNull(read.get("regex")))
                        .pattern()
                        .pattern())
                .isEqualTo("(?i)a/b+");
        assertThat(read.get("key")).isInstanceOf(Key.class);
        assertThat(write(read)).isEqualTo(write(value));
    }

    @Test
    void repeatedKeysAreWrittenOnce() {
        String rows = "(1 to 1000) map {aVeryLongNameOfAColumn: $, anotherQuiteLongName: true}";
        assertThat(write(value(rows)).length).isLessThan(8_000);
        assertThat(shown(read(write(value(rows))))).isEqualTo(shown(value(rows)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "DWB",
                "DWC\u0001\u0001",
                "DWB\u0001",
                "DWB\u0001\u007f",
                "DWB\u0001\u0006\u0005ab",
                "DWB\u0001\u0001\u0001",
                "DWB\u0001\u0009\u0005"
            })
    void damageIsNamedByItsByte(String text) {
        assertThatThrownBy(() -> read(text.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOfSatisfying(FormatException.class, e -> {
                    assertThat(e.first().code()).isEqualTo("BAD-DWB");
                    assertThat(e.first().place()).isNotNull();
                });
    }

    @Test
    void bottomlessNestingIsRefused() {
        byte[] deep = new byte[10_000];
        Arrays.fill(deep, (byte) 8);
        System.arraycopy(DwbWriter.START, 0, deep, 0, 4);
        assertThatThrownBy(() -> read(deep))
                .isInstanceOfSatisfying(
                        FormatException.class,
                        e -> assertThat(e.first().message()).contains("1000 levels"));
    }

    @Test
    void functionsHaveNoForm() {
        assertThatThrownBy(() -> write(value("{f: (x) -> x}")))
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.first().code()).isEqualTo("NO-BINARY-FORM"));
    }

    @Test
    void damagedDocumentsFailOrAreOthers() {
        Random random = new Random(17);
        byte[] whole = write(value(EVERYTHING));
        int executions = Integer.getInteger("hinny.fuzz", 5000);
        for (int i = 0; i < executions; i++) {
            byte[] bytes = whole.clone();
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                int at = random.nextInt(bytes.length);
                bytes[at] = (byte) random.nextInt(random.nextBoolean() ? 256 : 24);
                bytes = random.nextInt(8) == 0 ? Arrays.copyOf(bytes, at + 1) : bytes;
            }
            try {
                read(bytes);
            } catch (FormatException e) {
                assertThat(e.first().place()).isNotNull();
            }
        }
    }
}
