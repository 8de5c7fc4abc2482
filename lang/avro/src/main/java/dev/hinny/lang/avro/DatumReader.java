package dev.hinny.lang.avro;

import dev.hinny.lang.engine.format.Format;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BinaryValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.ListArray;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.ResolvingDecoder;

/** Reads data written with one schema as another wants them, straight into values. Not for use by several threads. */
final class DatumReader {
    private final Schema wanted;
    private final boolean logical;
    private final ResolvingDecoder in;
    private final Map<String, Key> keys = new HashMap<>();
    private int depth;

    DatumReader(Schema written, Schema wanted, boolean logical) throws IOException {
        this.wanted = wanted;
        this.logical = logical;
        this.in = DecoderFactory.get().resolvingDecoder(written, wanted, new BoundedDecoder(new byte[0], 0));
    }

    Value read(Decoder data) throws IOException {
        depth = 0;
        in.configure(data);
        Value value = value(wanted);
        in.drain();
        return value;
    }

    private Value value(Schema schema) throws IOException {
        if (++depth > Format.MAX_DEPTH) {
            throw new AvroRuntimeException("more than " + Format.MAX_DEPTH + " levels of nesting");
        }
        Value value = plain(schema);
        depth--;
        return logical ? LogicalTypes.read(schema, value) : value;
    }

    private Value plain(Schema schema) throws IOException {
        return switch (schema.getType()) {
            case RECORD -> record(schema);
            case ENUM -> StringValue.of(schema.getEnumSymbols().get(in.readEnum()));
            case ARRAY -> array(schema.getElementType());
            case MAP -> map(schema.getValueType());
            case UNION -> value(schema.getTypes().get(in.readIndex()));
            case FIXED -> {
                byte[] bytes = new byte[schema.getFixedSize()];
                in.readFixed(bytes, 0, bytes.length);
                yield StringValue.of(new String(bytes, StandardCharsets.ISO_8859_1));
            }
            case STRING -> StringValue.of(in.readString());
            case BYTES -> {
                ByteBuffer buffer = in.readBytes(null);
                byte[] bytes = new byte[buffer.remaining()];
                buffer.get(bytes);
                yield BinaryValue.of(bytes);
            }
            case INT -> NumberValue.of(in.readInt());
            case LONG -> NumberValue.of(in.readLong());
            case FLOAT -> number(in.readFloat());
            case DOUBLE -> number(in.readDouble());
            case BOOLEAN -> BooleanValue.of(in.readBoolean());
            case NULL -> {
                in.readNull();
                yield NullValue.NULL;
            }
        };
    }

    /** What no number of the language is becomes its name as text. */
    private static Value number(double value) {
        return Double.isFinite(value) ? NumberValue.of(value) : StringValue.of(Double.toString(value));
    }

    /** The shortest decimal that stands for the float, not the one of the double beside it. */
    private static Value number(float value) {
        if (!Float.isFinite(value)) {
            return StringValue.of(Float.toString(value));
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? NumberValue.of((long) value)
                : NumberValue.of(new BigDecimal(Float.toString(value)));
    }

    private Value record(Schema schema) throws IOException {
        List<Schema.Field> fields = schema.getFields();
        Entry[] entries = new Entry[fields.size()];
        for (Schema.Field field : in.readFieldOrder()) {
            entries[field.pos()] = new Entry.Pair(key(field.name()), value(field.schema()));
        }
        return ObjectValue.of(List.of(entries));
    }

    private Key key(String name) {
        return Objects.requireNonNull(keys.computeIfAbsent(name, Key::of));
    }

    private Value array(Schema item) throws IOException {
        List<Value> items = new ArrayList<>();
        for (long count = in.readArrayStart(); count > 0; count = in.arrayNext()) {
            for (long i = 0; i < count; i++) {
                items.add(value(item));
            }
        }
        return items.isEmpty() ? ArrayValue.EMPTY : new ListArray(items, dev.hinny.lang.engine.value.Schema.NONE);
    }

    private Value map(Schema item) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (long count = in.readMapStart(); count > 0; count = in.mapNext()) {
            for (long i = 0; i < count; i++) {
                String name = in.readString();
                entries.add(new Entry.Pair(Key.of(name), value(item)));
            }
        }
        return ObjectValue.of(entries);
    }
}
