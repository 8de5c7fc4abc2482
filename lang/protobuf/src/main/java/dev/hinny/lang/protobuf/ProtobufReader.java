package dev.hinny.lang.protobuf;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.UnknownFieldSet;
import dev.hinny.base.Problem;
import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BinaryValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.PeriodValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.TemporalValue;
import dev.hinny.lang.engine.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns messages into objects: fields in the order of the declaration, a repeated field as a repeated key, a map as an object.
 * A field without presence is there with its default; one with presence only when it was set.
 */
final class ProtobufReader {
    static final String UNRECOGNIZED = "-UNRECOGNIZED";
    static final String ENUM_INDEX = "protobufEnumIndex";

    private final String name;
    private final Map<FieldDescriptor, Key> keys = new HashMap<>();

    ProtobufReader(String name) {
        this.name = name;
    }

    Value message(Message message) {
        Descriptor type = message.getDescriptorForType();
        return WellKnown.of(type).map(k -> known(k, message)).orElseGet(() -> object(message));
    }

    private Value object(Message message) {
        List<Entry> entries = new ArrayList<>();
        for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
            if (field.isMapField()) {
                if (message.getRepeatedFieldCount(field) > 0) {
                    entries.add(new Entry.Pair(key(field), map(message, field)));
                }
            } else if (field.isRepeated()) {
                int count = message.getRepeatedFieldCount(field);
                for (int i = 0; i < count; i++) {
                    entries.add(new Entry.Pair(key(field), value(field, message.getRepeatedField(field, i))));
                }
            } else if (!field.hasPresence() || message.hasField(field)) {
                entries.add(new Entry.Pair(key(field), value(field, message.getField(field))));
            }
        }
        unknown(message.getUnknownFields(), entries);
        return ObjectValue.of(entries);
    }

    private Key key(FieldDescriptor field) {
        return keys.computeIfAbsent(field, f -> Key.of(f.getName()));
    }

    private Value map(Message message, FieldDescriptor field) {
        FieldDescriptor key = field.getMessageType().findFieldByNumber(1);
        FieldDescriptor value = field.getMessageType().findFieldByNumber(2);
        Map<String, Entry> entries = new java.util.LinkedHashMap<>();
        int count = message.getRepeatedFieldCount(field);
        for (int i = 0; i < count; i++) {
            Message entry = (Message) message.getRepeatedField(field, i);
            String text = text(value(key, entry.getField(key)));
            entries.put(text, Entry.of(text, value(value, entry.getField(value))));
        }
        return ObjectValue.of(List.copyOf(entries.values()));
    }

    private static String text(Value key) {
        return switch (key) {
            case NumberValue n -> n.decimal().toPlainString();
            case BooleanValue b -> Boolean.toString(b.value());
            case StringValue s -> s.text();
            default -> throw new IllegalStateException("no key: " + key);
        };
    }

    private Value value(FieldDescriptor field, Object value) {
        return switch (field.getType()) {
            case DOUBLE -> number((Double) value);
            case FLOAT -> number((Float) value);
            case INT64, SFIXED64, SINT64 -> NumberValue.of((Long) value);
            case UINT64, FIXED64 -> unsigned((Long) value);
            case INT32, SFIXED32, SINT32 -> NumberValue.of((Integer) value);
            case UINT32, FIXED32 -> NumberValue.of(Integer.toUnsignedLong((Integer) value));
            case BOOL -> BooleanValue.of((Boolean) value);
            case STRING -> StringValue.of((String) value);
            case BYTES -> BinaryValue.of(((ByteString) value).toByteArray());
            case ENUM -> label((EnumValueDescriptor) value);
            case GROUP, MESSAGE -> message((Message) value);
        };
    }

    private static Value unsigned(long value) {
        return value >= 0 ? NumberValue.of(value) : NumberValue.of(new BigInteger(Long.toUnsignedString(value)));
    }

    private static Value number(double value) {
        return Double.isFinite(value) ? NumberValue.of(value) : StringValue.of(Double.toString(value));
    }

    /** The shortest decimal that stands for the float, not the one of the double beside it. */
    private static Value number(float value) {
        return Float.isFinite(value)
                ? value == Math.rint(value) && Math.abs(value) < 1e15
                        ? NumberValue.of((long) value)
                        : NumberValue.of(new BigDecimal(Float.toString(value)))
                : StringValue.of(Float.toString(value));
    }

    private static Value label(EnumValueDescriptor value) {
        if (value.getType().getFullName().equals("google.protobuf.NullValue")) {
            return NullValue.NULL;
        }
        EnumValueDescriptor first = value.getType().findValueByNumber(value.getNumber());
        String text = first == null ? UNRECOGNIZED : first.getName();
        return new StringValue(text, Schema.of(ENUM_INDEX, NumberValue.of(value.getNumber())));
    }

    private Value known(WellKnown kind, Message message) {
        return switch (kind) {
            case WRAPPER -> {
                FieldDescriptor field = message.getDescriptorForType().findFieldByNumber(1);
                yield value(field, message.getField(field));
            }
            case DURATION, TIMESTAMP -> time(kind, message);
            case EMPTY -> object(message);
            case STRUCT -> {
                FieldDescriptor fields = message.getDescriptorForType().findFieldByNumber(1);
                yield map(message, fields);
            }
            case LIST -> {
                FieldDescriptor values = message.getDescriptorForType().findFieldByNumber(1);
                List<Value> items = new ArrayList<>();
                for (int i = 0; i < message.getRepeatedFieldCount(values); i++) {
                    items.add(value(values, message.getRepeatedField(values, i)));
                }
                yield ArrayValue.of(items);
            }
            case VALUE -> {
                for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
                    if (message.hasField(field)) {
                        yield value(field, message.getField(field));
                    }
                }
                yield NullValue.NULL;
            }
        };
    }

    private Value time(WellKnown kind, Message message) {
        Descriptor type = message.getDescriptorForType();
        long seconds = (Long) message.getField(type.findFieldByNumber(1));
        int nanos = (Integer) message.getField(type.findFieldByNumber(2));
        try {
            return kind == WellKnown.DURATION
                    ? PeriodValue.of(Duration.ofSeconds(seconds, nanos))
                    : TemporalValue.of(LocalDateTime.ofEpochSecond(seconds, nanos, ZoneOffset.UTC));
        } catch (DateTimeException | ArithmeticException e) {
            throw new FormatException(
                    Problem.error(
                            "BAD-PROTOBUF",
                            SourceSpan.file(name),
                            "a " + type.getFullName() + " of " + seconds + " seconds and " + nanos
                                    + " nanoseconds is out of range",
                            ""),
                    e);
        }
    }

    private static void unknown(UnknownFieldSet fields, List<Entry> entries) {
        fields.asMap().forEach((number, field) -> {
            Key key = Key.of("-" + number);
            field.getVarintList().forEach(v -> entries.add(unknown(key, NumberValue.of(v), "Varint")));
            field.getFixed32List()
                    .forEach(v -> entries.add(unknown(key, NumberValue.of(Integer.toUnsignedLong(v)), "32Bit")));
            field.getFixed64List().forEach(v -> entries.add(unknown(key, unsigned(v), "64Bit")));
            field.getLengthDelimitedList()
                    .forEach(v -> entries.add(unknown(key, BinaryValue.of(v.toByteArray()), "LengthDelimited")));
            for (UnknownFieldSet group : field.getGroupList()) {
                List<Entry> inner = new ArrayList<>();
                unknown(group, inner);
                entries.add(unknown(
                        key,
                        new dev.hinny.lang.engine.value.EntryObject(inner.toArray(Entry[]::new), Schema.NONE),
                        "Group"));
            }
        });
    }

    private static Entry unknown(Key key, Value value, String wireType) {
        return new Entry.Pair(key, value.withSchema(Schema.of("wireType", StringValue.of(wireType))));
    }
}
