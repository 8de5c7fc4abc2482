package dev.hinny.lang.avro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.operation.Renderings;
import dev.hinny.lang.engine.value.Value;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.junit.jupiter.api.Test;

/** What holds for every file: writing what was read gives equal data, and damage never does more than fail. */
class AvroPropertiesTest {
    private static final Schema SCHEMA = new Schema.Parser().parse(Avro.EVERYTHING);

    @Test
    void whatIsReadIsWrittenBack() throws IOException {
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            List<Object> data = new ArrayList<>();
            for (int n = random.nextInt(4); n >= 0; n--) {
                data.add(datum(SCHEMA, random, 0));
            }
            byte[] file = file(data);
            for (boolean logical : new boolean[] {false, true}) {
                Value value = Avro.read(file, "", logical);
                assertThat(data(Avro.write(value, Avro.EVERYTHING))).isEqualTo(data(file));
            }
        }
    }

    private static byte[] file(List<Object> data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DataFileWriter<Object> writer = new DataFileWriter<>(new GenericDatumWriter<>(SCHEMA))) {
            writer.create(SCHEMA, out);
            for (Object datum : data) {
                writer.append(datum);
            }
        }
        return out.toByteArray();
    }

    private static List<Object> data(byte[] file) throws IOException {
        List<Object> all = new ArrayList<>();
        try (DataFileStream<Object> in =
                new DataFileStream<>(new ByteArrayInputStream(file), new GenericDatumReader<>())) {
            in.forEach(all::add);
        }
        return all;
    }

    private static Object datum(Schema schema, Random random, int depth) {
        return switch (schema.getType()) {
            case RECORD -> {
                GenericData.Record record = new GenericData.Record(schema);
                for (Schema.Field field : schema.getFields()) {
                    record.put(field.pos(), some(field.schema(), random, depth + 1));
                }
                yield record;
            }
            case ENUM ->
                new GenericData.EnumSymbol(schema, schema.getEnumSymbols().get(random.nextInt(2)));
            case ARRAY -> {
                List<Object> items = new ArrayList<>();
                for (int i = random.nextInt(3); i > 0; i--) {
                    items.add(datum(schema.getElementType(), random, depth));
                }
                yield items;
            }
            case MAP -> {
                Map<String, Object> items = new HashMap<>();
                for (int i = random.nextInt(3); i > 0; i--) {
                    items.put("k" + i, datum(schema.getValueType(), random, depth));
                }
                yield items;
            }
            case FIXED -> new GenericData.Fixed(schema, new byte[] {(byte) random.nextInt(), 5});
            case STRING -> "é".repeat(random.nextInt(5));
            case BYTES -> ByteBuffer.wrap(new byte[] {1, (byte) random.nextInt()}, 0, 1 + random.nextInt(2));
            case INT -> random.nextInt(86_400_000);
            case LONG -> random.nextLong() >> 10 + random.nextInt(40);
            case FLOAT -> random.nextFloat();
            case DOUBLE -> random.nextDouble() + 0.5;
            case BOOLEAN -> random.nextBoolean();
            case UNION, NULL -> throw new IllegalArgumentException(schema.toString());
        };
    }

    private static @org.jspecify.annotations.Nullable Object some(Schema schema, Random random, int depth) {
        Schema chosen = schema.isUnion()
                ? schema.getTypes()
                        .get(random.nextInt(depth > 3 ? 1 : schema.getTypes().size()))
                : schema;
        // an enum in a union with a string comes back as that string
        return chosen.getType() == Schema.Type.NULL || schema.isUnion() && chosen.getType() == Schema.Type.ENUM
                ? null
                : datum(chosen, random, depth);
    }

    @Test
    void damagedFilesFailWithAPlace() throws IOException {
        Random random = new Random(13);
        int executions = Integer.getInteger("hinny.fuzz", 3000);
        byte[] whole = file(List.of(datum(SCHEMA, random, 0), datum(SCHEMA, random, 0)));
        int body = whole.length - 16 - 200;
        for (int i = 0; i < executions; i++) {
            byte[] bytes = whole.clone();
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                int at = random.nextInt(3) == 0
                        ? random.nextInt(bytes.length)
                        : Math.min(bytes.length - 1, body + random.nextInt(200));
                bytes[at] = (byte) random.nextInt(256);
                bytes = random.nextInt(6) == 0 ? Arrays.copyOf(bytes, at + 1) : bytes;
            }
            try {
                Renderings.compact(Avro.read(bytes, "", random.nextBoolean()));
            } catch (FormatException e) {
                assertThat(e.first().place()).isNotNull();
            }
        }
    }
}
