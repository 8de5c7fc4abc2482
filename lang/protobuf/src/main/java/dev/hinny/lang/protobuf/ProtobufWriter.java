package dev.hinny.lang.protobuf;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import com.google.protobuf.UnknownFieldSet;
import dev.hinny.base.Suggestion;
import dev.hinny.lang.engine.java.JavaBridge;
import dev.hinny.lang.engine.operation.TypeNames;
import dev.hinny.lang.engine.type.Type.Kind;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BinaryValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.JavaValue;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Builds a message from an object and checks it against the declaration on the way. */
final class ProtobufWriter {
    private static final int MAX_DEPTH = 250;

    private final FieldValues values = new FieldValues();
    private int depth;

    /** @throws dev.hinny.lang.engine.format.FormatException with the path of what does not fit */
    Message message(Descriptor type, Value value) {
        Message message = nested(type, value, "payload");
        List<String> missing = message.findInitializationErrors();
        if (!missing.isEmpty()) {
            throw FieldValues.bad(
                    "MISSING-FIELD",
                    "payload." + missing.get(0),
                    "'" + type.getFullName() + "' needs the field '" + missing.get(0) + "'",
                    "give it a value, or declare it optional");
        }
        return message;
    }

    private Message nested(Descriptor type, Value value, String path) {
        if (++depth > MAX_DEPTH) {
            throw FieldValues.bad("TOO-DEEP", path, "more than " + MAX_DEPTH + " levels of nesting", "");
        }
        Value seen = value instanceof JavaValue java ? JavaBridge.properties(java.object()) : value;
        Message made =
                WellKnown.of(type).map(k -> known(k, type, seen, path)).orElseGet(() -> object(type, seen, path));
        depth--;
        return made;
    }

    private Message object(Descriptor type, Value value, String path) {
        if (!(value instanceof ObjectValue object)) {
            throw FieldValues.unfit(type.getFullName(), value, path);
        }
        DynamicMessage.Builder message = DynamicMessage.newBuilder(type);
        UnknownFieldSet.Builder unknown = UnknownFieldSet.newBuilder();
        Map<Object, String> chosen = new HashMap<>();
        for (Entry entry : object) {
            String name = entry.key().name();
            FieldDescriptor field = type.findFieldByName(name);
            if (field != null) {
                field(message, field, entry.value(), path + "." + name, chosen);
            } else if (isUnknown(name)) {
                FieldValues.unknown(unknown, name, entry.value(), path + "." + name);
            } else {
                List<String> known =
                        type.getFields().stream().map(FieldDescriptor::getName).toList();
                throw FieldValues.bad(
                        "UNKNOWN-FIELD",
                        path + "." + name,
                        "'" + type.getFullName() + "' has no field '" + name + "'",
                        Suggestion.didYouMean(name, known, "it has " + String.join(", ", known)));
            }
        }
        return message.setUnknownFields(unknown.build()).buildPartial();
    }

    private static boolean isUnknown(String name) {
        return name.length() > 1
                && name.length() < 11
                && name.charAt(0) == '-'
                && name.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
    }

    private void field(
            DynamicMessage.Builder message,
            FieldDescriptor field,
            Value value,
            String path,
            Map<Object, String> chosen) {
        boolean isNull = value instanceof NullValue;
        if (isNull && !isNullable(field)) {
            return;
        }
        if (field.isMapField()) {
            map(message, field, value, path);
        } else if (field.isRepeated()) {
            boolean list = field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                    && WellKnown.of(field.getMessageType())
                            .filter(k -> k == WellKnown.LIST || k == WellKnown.VALUE)
                            .isPresent();
            if (value instanceof ArrayValue array && !list) {
                int index = 0;
                for (Value item : array) {
                    message.addRepeatedField(field, single(field, item, path + "[" + index++ + "]"));
                }
            } else {
                message.addRepeatedField(field, single(field, value, path));
            }
        } else {
            OneofDescriptor oneof = field.getRealContainingOneof();
            String other = oneof == null ? null : chosen.putIfAbsent(oneof, field.getName());
            if (other != null && !other.equals(field.getName())) {
                throw FieldValues.bad(
                        "ONEOF",
                        path,
                        "only one field of the oneof '"
                                + Objects.requireNonNull(oneof).getFullName() + "' may be set, but '" + other
                                + "' and '" + field.getName() + "' are",
                        "leave one of them out");
            }
            if (chosen.put(field, field.getName()) != null) {
                throw FieldValues.bad(
                        "NOT-REPEATED",
                        path,
                        "the field '" + field.getName() + "' is there more than once, but is not declared as repeated",
                        "give one value");
            }
            message.setField(field, single(field, value, path));
        }
    }

    /** Whether null is a value of the field's type rather than its absence. */
    private static boolean isNullable(FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case ENUM -> field.getEnumType().getFullName().equals("google.protobuf.NullValue");
            case MESSAGE -> WellKnown.of(field.getMessageType()).orElse(WellKnown.EMPTY) == WellKnown.VALUE;
            default -> false;
        };
    }

    private void map(DynamicMessage.Builder message, FieldDescriptor field, Value value, String path) {
        if (!(value instanceof ObjectValue object)) {
            throw FieldValues.unfit("map", value, path);
        }
        FieldDescriptor key = field.getMessageType().findFieldByNumber(1);
        FieldDescriptor item = field.getMessageType().findFieldByNumber(2);
        for (Entry entry : object) {
            String inner = path + "." + entry.key().name();
            if (entry.value() instanceof NullValue && !isNullable(item)) {
                throw FieldValues.unfit(item.getType().name().toLowerCase(java.util.Locale.ROOT), entry.value(), inner);
            }
            message.addRepeatedField(
                    field,
                    DynamicMessage.newBuilder(field.getMessageType())
                            .setField(key, values.key(key, entry.key().name(), inner))
                            .setField(item, single(item, entry.value(), inner))
                            .build());
        }
    }

    private Object single(FieldDescriptor field, Value value, String path) {
        return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                ? nested(field.getMessageType(), value, path)
                : values.value(field, value, path);
    }

    private Message known(WellKnown kind, Descriptor type, Value value, String path) {
        FieldDescriptor first = kind == WellKnown.EMPTY ? null : type.findFieldByNumber(1);
        DynamicMessage.Builder message = DynamicMessage.newBuilder(type);
        switch (kind) {
            case EMPTY -> {
                return object(type, value, path);
            }
            case WRAPPER -> {
                FieldDescriptor field = Objects.requireNonNull(first);
                message.setField(field, values.value(field, value, path));
            }
            case DURATION, TIMESTAMP -> values.time(kind, message, value, path);
            case STRUCT -> map(message, Objects.requireNonNull(first), value, path);
            case LIST -> {
                FieldDescriptor items = Objects.requireNonNull(first);
                if (!(value instanceof ArrayValue array)) {
                    throw FieldValues.unfit("list", value, path);
                }
                int index = 0;
                for (Value item : array) {
                    message.addRepeatedField(items, single(items, item, path + "[" + index++ + "]"));
                }
            }
            case VALUE -> {
                FieldDescriptor field = type.findFieldByNumber(choice(value));
                message.setField(field, single(field, text(value), path));
            }
        }
        return message.build();
    }

    /** The number of the field of {@code google.protobuf.Value} that holds such a value. */
    private static int choice(Value value) {
        Kind kind = TypeNames.kindOf(value);
        return switch (kind) {
            case NULL -> 1;
            case NUMBER -> 2;
            case BOOLEAN -> 4;
            case OBJECT -> 5;
            case ARRAY, RANGE, ITERATOR -> 6;
            default -> 3;
        };
    }

    private static Value text(Value value) {
        return value instanceof BinaryValue binary
                ? StringValue.of(ByteString.copyFrom(binary.bytes()).toStringUtf8())
                : value;
    }
}
