package dev.hinny.lang.formats.flatfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.TemporalValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.formats.TextFormats;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written is what is read again, whatever the types, lengths, encodings and ways to part records. */
class FlatFileRoundTripTest {
    private static final int SCHEMAS = 150;

    /** A schema made at random, with what its values look like. */
    private record Field(String name, String type, int length, String format, int digits, int scale, boolean signed) {
        String ffd() {
            return "- { name: '%s', type: %s, length: %d, format: { %s } }\n".formatted(name, type, length, format);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ISO-8859-1,strict,lf",
        "IBM037,strict,lf",
        "IBM1047,noTerminator,none",
        "UTF-8,strict,crlf",
        "UTF-8,noTerminator,none",
        "UTF-16BE,lenient,lf",
        "windows-1252,lenient,cr"
    })
    void recordsComeBack(String encoding, String parsing, String terminator) {
        boolean bytes = Coding.of(Charset.forName(encoding)).holdsBytes();
        Random random = new Random(encoding.hashCode() + parsing.hashCode());
        for (int i = 0; i < SCHEMAS; i++) {
            List<Field> fields = Stream.generate(() -> field(random, bytes && !parsing.equals("lenient")))
                    .limit(1 + random.nextInt(6))
                    .toList();
            List<Field> named = new ArrayList<>();
            StringBuilder schema = new StringBuilder("form: FIXEDWIDTH\nvalues:\n");
            for (Field f : fields) {
                Field own = new Field("f" + named.size(), f.type, f.length, f.format, f.digits, f.scale, f.signed);
                named.add(own);
                schema.append(own.ffd());
            }
            List<ObjectValue> records = new ArrayList<>();
            for (int r = 0; r < 1 + random.nextInt(4); r++) {
                records.add(ObjectValue.of(named.stream()
                        .map(f -> Entry.of(f.name, value(f, random)))
                        .toList()));
            }
            Value value = ArrayValue.of(records);
            byte[] written =
                    FlatFiles.write(schema.toString(), value, "encoding", encoding, "recordTerminator", terminator);
            Value read = FlatFiles.read(
                    schema.toString(), ByteSource.of(written), "encoding", encoding, "recordParsing", parsing);
            assertThat(TextFormats.json(read)).as(schema.toString()).isEqualTo(TextFormats.json(value));
            byte[] again =
                    FlatFiles.write(schema.toString(), read, "encoding", encoding, "recordTerminator", terminator);
            assertThat(again).isEqualTo(written);
        }
    }

    private static Field field(Random random, boolean bytes) {
        int digits = 1 + random.nextInt(9);
        int scale = random.nextInt(4);
        return switch (random.nextInt(bytes ? 11 : 9)) {
            case 0 -> new Field("", "String", digits, "justify: LEFT", 0, 0, false);
            case 1 -> new Field("", "String", digits, "justify: RIGHT", 0, 0, false);
            case 2 -> new Field("", "Integer", digits + 1, "justify: ZEROES", digits, 0, true);
            case 3 -> new Field("", "Integer", digits + 1, "justify: LEFT, sign: ALWAYS_RIGHT", digits, 0, true);
            case 4 ->
                new Field("", "Decimal", digits + 1, "sign: ALWAYS_LEFT, implicit: " + scale, digits, scale, true);
            case 5 -> new Field("", "Decimal", digits + 7, "", digits, scale, true);
            case 6 -> new Field("", "Zoned", digits, "implicit: " + scale, digits, scale, true);
            case 7 -> new Field("", random.nextBoolean() ? "Date" : "Boolean", 10, "", 0, 0, false);
            case 8 ->
                random.nextBoolean()
                        ? new Field("", "Time", 6, "", 0, 0, false)
                        : new Field("", "DateTime", 14, "", 0, 0, false);
            case 9 -> new Field("", "Packed", digits, "implicit: " + scale, 2 * digits - 1, scale, true);
            default -> {
                boolean signed = random.nextBoolean();
                int length = 1 << 1 + random.nextInt(3);
                yield new Field(
                        "", "Binary", length, "signed: " + signed + ", implicit: " + scale, 2 * length, scale, signed);
            }
        };
    }

    private static Value value(Field field, Random random) {
        return switch (field.type) {
            case "String" -> {
                String letters = "abXYZ019é_-";
                StringBuilder text = new StringBuilder();
                for (int i = 0; i < 1 + random.nextInt(field.length); i++) {
                    text.append(letters.charAt(random.nextInt(letters.length())));
                }
                yield StringValue.of(text.substring(0, Math.min(text.length(), field.length)));
            }
            case "Boolean" -> random.nextBoolean() ? BooleanValue.TRUE : BooleanValue.FALSE;
            case "Date" -> TemporalValue.of(LocalDate.of(1900, 1, 1).plusDays(random.nextInt(90_000)));
            case "Time" -> TemporalValue.of(LocalTime.ofSecondOfDay(random.nextInt(86_400)));
            case "DateTime" ->
                TemporalValue.of(LocalDateTime.of(2000, 2, 28, 23, 59, 1).plusSeconds(random.nextInt()));
            default -> {
                BigInteger unscaled = new BigInteger(60, random).mod(BigInteger.TEN.pow(field.digits));
                if (field.type.equals("Binary")) {
                    unscaled = new BigInteger(8 * field.length - 1, random);
                }
                BigDecimal number = new BigDecimal(
                        field.signed && random.nextBoolean() ? unscaled.negate() : unscaled, field.scale);
                yield NumberValue.of(number);
            }
        };
    }

    @Test
    void longDocumentsAreReadInConstantMemory() {
        String schema = "form: FIXEDWIDTH\n"
                + "values:\n"
                + "- { name: n, type: Integer, length: 8 }\n"
                + "- { name: t, type: String, length: 55 }\n";
        int records = 200_000;
        ByteSource source = new ByteSource() {
            @Override
            public InputStream open() {
                return new InputStream() {
                    private ByteArrayInputStream record = new ByteArrayInputStream(new byte[0]);
                    private int number;

                    @Override
                    public int read() {
                        if (record.available() == 0 && number < records) {
                            record = new ByteArrayInputStream(
                                    "%8d%-55s\n".formatted(number++, "text").getBytes(StandardCharsets.UTF_8));
                        }
                        return record.read();
                    }

                    @Override
                    public int read(byte[] target, int offset, int length) {
                        int first = read();
                        if (first < 0) {
                            return -1;
                        }
                        target[offset] = (byte) first;
                        return 1 + Math.max(0, record.read(target, offset + 1, length - 1));
                    }
                };
            }

            @Override
            public long size() {
                return -1;
            }
        };
        ArrayValue read = (ArrayValue) FlatFiles.read(schema, source);
        assertThat(read.isStreamed()).isTrue();
        assertThat(read.isMaterialized()).isFalse();
        long sum = 0;
        for (Value record : read) {
            sum += ((NumberValue) Objects.requireNonNull(((ObjectValue) record).get("n"))).longValue();
        }
        assertThat(sum).isEqualTo((long) records * (records - 1) / 2);
        assertThat(read.size()).isEqualTo(records);
    }
}
