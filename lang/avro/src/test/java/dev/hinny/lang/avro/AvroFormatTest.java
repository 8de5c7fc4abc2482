package dev.hinny.lang.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.operation.Renderings;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AvroFormatTest {
    private static final String POINT = """
        {"type": "record", "name": "Point", "fields": [
          {"name": "x", "type": "int"}, {"name": "label", "type": "string", "default": "none"}]}
        """;

    @Test
    void theItemsOfAnArrayAreTheDataOfTheFile() {
        assertThat(Avro.again("[{x: 1}, {x: 2, label: \"b\"}]", POINT))
                .isEqualTo("[{x: 1, label: \"none\"}, {x: 2, label: \"b\"}]");
        assertThat(Avro.again("{x: 1}", POINT)).isEqualTo("[{x: 1, label: \"none\"}]");
        assertThat(Avro.again("[]", POINT)).isEqualTo("[]");
        assertThat(Avro.again("[[1, 2], []]", "{\"type\": \"array\", \"items\": \"long\"}"))
                .isEqualTo("[[1, 2], []]");
        assertThat(Avro.again("[1, null]", "[\"null\", \"long\"]")).isEqualTo("[1, null]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i: -2147483648",
                "l: 9223372036854775807",
                "f: 0.1",
                "d: 0.1",
                "d: \"NaN\"",
                "s: \"é\"",
                "fixed: \"ab\"",
                "enum: \"SPADES\"",
                "array: [1, 2]",
                "map: {a: \"x\", b: \"y\"}",
                "union: \"text\"",
                "union: 5",
                "union: 2.5",
                "union: [\"a\"]",
                "next: {n: null, b: true",
                "id: \"u\"",
            })
    void everyTypeComesBack(String field) {
        String closed = field.contains("{n:") ? field + "}" : field;
        assertThat(Avro.again("[{" + closed + "}]", Avro.EVERYTHING)).contains(field);
    }

    @Test
    void defaultsFillWhatIsNotThere() {
        assertThat(Avro.again("[{}]", Avro.EVERYTHING))
                .startsWith("[{n: null, b: false, i: 0, l: 0, f: 0, d: 0, s: \"\", bytes: \"\" as Binary")
                .contains("ÿ\", enum: \"HEARTS\", array: [], map: {}, union: null, next: null");
    }

    @Test
    void logicalTypesAreNumbersUnlessAskedFor() {
        byte[] file = Avro.write(
                Avro.value("[{date: |2024-02-29|, time: |10:20:30.5|, at: |2024-02-29T10:20:30.123456+01:00|, "
                        + "local: |2024-02-29T10:20:30|, amount: -12.34}]"),
                Avro.EVERYTHING);
        assertThat(Renderings.compact(Avro.read(file, "", false)))
                .contains("date: 19782, time: 37230500, at: 1709198430123456, local: 1709202030000, amount: \"+y4=\"");
        assertThat(Renderings.compact(Avro.read(file, "", true)))
                .contains("|2024-02-29|", "|10:20:30.500|", "|2024-02-29T09:20:30.123456Z|", "|2024-02-29T10:20:30|")
                .contains("amount: -12.34");
    }

    @Test
    void theReadersSchemaResolvesTheWriters() {
        byte[] file = Avro.write(Avro.value("[{x: 1, label: \"l\"}]"), POINT);
        String wanted = """
            {"type": "record", "name": "Point", "fields": [
              {"name": "y", "type": "string", "default": "new"}, {"name": "x", "type": "double"}]}
            """;
        assertThat(Renderings.compact(Avro.read(file, wanted, false))).isEqualTo("[{y: \"new\", x: 1}]");
        assertThatThrownBy(() -> Avro.read(file, "\"string\"", false)).isInstanceOf(FormatException.class);
    }

    @Test
    void bareDataNeedTheSchema() throws IOException {
        Schema schema = new Schema.Parser().parse(POINT);
        ByteArrayOutputStream bare = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bare, null);
        new DatumWriter(encoder).write(schema, Avro.value("{x: 7, label: \"l\"}"), "payload");
        encoder.flush();
        assertThat(Renderings.compact(Avro.read(bare.toByteArray(), POINT, false)))
                .isEqualTo("{x: 7, label: \"l\"}");

        ByteArrayOutputStream single = new ByteArrayOutputStream();
        single.write(new byte[] {(byte) 0xc3, 1});
        single.write(java.nio.ByteBuffer.allocate(8)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .putLong(SchemaNormalization.parsingFingerprint64(schema))
                .array());
        bare.writeTo(single);
        assertThat(Renderings.compact(Avro.read(single.toByteArray(), POINT, false)))
                .isEqualTo("{x: 7, label: \"l\"}");

        fails(bare.toByteArray(), "", "schemaUrl");
        fails(Arrays.copyOf(bare.toByteArray(), bare.size() + 1), POINT, "1 bytes follow");
        fails(Arrays.copyOf(bare.toByteArray(), bare.size() - 1), POINT, "1 bytes too early");
    }

    @Test
    void theLibrarysOwnReaderAgrees() throws IOException {
        Value value = Avro.value(
                "(1 to 5000) map (i) -> {i: i, s: \"text $(i)\", union: if ((i mod 2) == 0) i else null, array: [i,"
                        + " i]}");
        byte[] file = Avro.write(value, Avro.EVERYTHING);
        int count = 0;
        try (DataFileStream<GenericRecord> records =
                new DataFileStream<>(new java.io.ByteArrayInputStream(file), new GenericDatumReader<>())) {
            for (GenericRecord record : records) {
                count++;
                assertThat(record.get("s")).hasToString("text " + count);
                assertThat(record.get("array")).hasToString("[" + count + ", " + count + "]");
            }
        }
        assertThat(count).isEqualTo(5000);
    }

    @Test
    void deflatedFilesOfTheLibraryAreReadBlockByBlock() throws IOException {
        Schema schema = new Schema.Parser().parse(POINT);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DataFileWriter<GenericRecord> writer = new DataFileWriter<>(new GenericDatumWriter<>(schema))) {
            writer.setCodec(CodecFactory.deflateCodec(1)).create(schema, out);
            java.util.Random random = new java.util.Random(1);
            for (int i = 0; i < 100_000; i++) {
                GenericRecord record = new GenericData.Record(schema);
                record.put("x", i);
                record.put("label", Long.toHexString(random.nextLong()));
                writer.append(record);
            }
        }
        assertThat(out.size()).isGreaterThan(1 << 20);
        ArrayValue read = (ArrayValue) Avro.read(out.toByteArray(), "", false);
        assertThat(read).isInstanceOf(DataArray.class);
        Iterator<Value> items = read.iterator();
        assertThat(((ObjectValue) items.next()).get("x"))
                .hasToString("LongNumber[value=0, schema=Schema[properties={}, key=null]]");
        assertThat(read.size()).isEqualTo(100_000);
        assertThat(Renderings.compact(java.util.Objects.requireNonNull(read.get(99_999))))
                .startsWith("{x: 99999");
        assertThat(read.get(100_000)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{}] => MISSING-FIELD => payload[0].x",
                "[{x: 1}, {x: \"a\"}] => WRONG-TYPE => payload[1].x: a value of type String cannot be written as int",
                "[{x: 2147483648}] => OUT-OF-RANGE => payload[0].x",
                "[{x: 1, lable: 2}] => UNKNOWN-FIELD => payload[0].lable",
                "[1] => WRONG-TYPE => record 'Point'",
                "[{x: null}] => WRONG-TYPE => Null",
            })
    void whatDoesNotFitIsNamedByItsPath(String row) {
        String[] sides = row.split(" => ");
        refused(sides[0], POINT, sides[1], sides[2]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{enum: \"CLUBS\"}] => UNKNOWN-SYMBOL => no symbol 'CLUBS'",
                "[{fixed: \"abc\"}] => WRONG-SIZE => 2 bytes, not 3",
                "[{union: {a: 1}}] => WRONG-TYPE => any of the union [null, string",
                "[{map: [1]}] => WRONG-TYPE => map",
                "[{array: [1, {}]}] => WRONG-TYPE => payload[0].array[1]",
                "[{next: {next: {b: 3}}}] => WRONG-TYPE => payload[0].next.next.b",
                "[{amount: 1.234}] => WRONG-TYPE => payload[0].amount",
                "[{n: 1}] => WRONG-TYPE => null",
            })
    void otherTypesAreCheckedToo(String row) {
        String[] sides = row.split(" => ");
        refused(sides[0], Avro.EVERYTHING, sides[1], sides[2]);
    }

    private static void refused(String script, String schema, String code, String part) {
        assertThatThrownBy(() -> Avro.write(Avro.value(script), schema))
                .isInstanceOfSatisfying(FormatException.class, e -> {
                    assertThat(e.first().code()).isEqualTo(code);
                    assertThat(e.first().message()).contains(part);
                });
    }

    @Test
    void badFilesSayWhere() throws IOException {
        byte[] file = Avro.write(Avro.value("[{x: 1}, {x: 2}]"), POINT);
        for (int length = 4; length < file.length; length++) {
            byte[] cut = Arrays.copyOf(file, length);
            if (length != file.length - 30) {
                assertThatThrownBy(() -> {
                            Renderings.compact(Avro.read(cut, "", false));
                            throw new FormatException(
                                    dev.hinny.base.Problem.error("WHOLE", null, "a file without blocks"));
                        })
                        .isInstanceOf(FormatException.class);
            }
        }
        fails(Arrays.copyOf(file, file.length - 1), "", "1 bytes too early");
        fails("hello".getBytes(StandardCharsets.UTF_8), "", "does not start");
        byte[] marker = file.clone();
        marker[marker.length - 1]++;
        fails(marker, "", "marker");
        ByteArrayOutputStream huge = new ByteArrayOutputStream();
        BinaryEncoder out = EncoderFactory.get().directBinaryEncoder(huge, null);
        huge.write(new byte[] {'O', 'b', 'j', 1});
        out.writeMapStart();
        out.setItemCount(1);
        out.writeString("avro.schema");
        out.writeLong(Integer.MAX_VALUE);
        out.flush();
        fails(huge.toByteArray(), "", "length of 2147483647");
        assertThatThrownBy(() -> Avro.write(Avro.value("[]"), "{\"type\": \"recor\"}"))
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.first().code()).isEqualTo("BAD-SCHEMA"));
    }

    @Test
    void aBlockCannotClaimEndlessItemsWithoutBytes() throws IOException {
        byte[] file = Avro.write(Avro.value("[null]"), "\"null\"");
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.write(file, 0, file.length - 18);
        BinaryEncoder out = EncoderFactory.get().directBinaryEncoder(bomb, null);
        out.writeLong(Long.MAX_VALUE);
        out.writeLong(0);
        out.flush();
        bomb.write(file, file.length - 16, 16);
        fails(bomb.toByteArray(), "", "a block of 9223372036854775807 data");
        ByteArrayOutputStream bare = new ByteArrayOutputStream();
        BinaryEncoder array = EncoderFactory.get().directBinaryEncoder(bare, null);
        array.writeLong(Long.MAX_VALUE);
        array.flush();
        fails(bare.toByteArray(), "{\"type\": \"array\", \"items\": \"null\"}", "more than the data can hold");
    }

    private static void fails(byte[] bytes, String schema, String part) {
        assertThatThrownBy(
                        () -> Renderings.compact(Avro.FORMAT.read(ByteSource.of(bytes), Avro.context(schema, false))))
                .isInstanceOfSatisfying(FormatException.class, e -> {
                    assertThat(e.first().code()).isEqualTo("BAD-AVRO");
                    assertThat(e.first().message() + e.first().hint()).contains(part);
                });
    }
}
