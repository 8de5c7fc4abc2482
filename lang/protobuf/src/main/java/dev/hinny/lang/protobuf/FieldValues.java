package dev.hinny.lang.protobuf;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.UnknownFieldSet;
import dev.hinny.base.Problem;
import dev.hinny.base.Suggestion;
import dev.hinny.lang.engine.EvaluationException;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.operation.Coercions;
import dev.hinny.lang.engine.operation.NumberTexts;
import dev.hinny.lang.engine.operation.TypeNames;
import dev.hinny.lang.engine.type.Type;
import dev.hinny.lang.engine.type.Type.Kind;
import dev.hinny.lang.engine.value.BinaryValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.PeriodValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.TemporalValue;
import dev.hinny.lang.engine.value.Value;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values of single fields in the form that the library wants, with their ranges checked. */
final class FieldValues {
    private static final Type BINARY = new Type.Simple(Kind.BINARY, Schema.NONE);
    private static final Type LOCAL_DATE_TIME = new Type.Simple(Kind.LOCAL_DATE_TIME, Schema.NONE);
    private static final Type PERIOD = new Type.Simple(Kind.PERIOD, Schema.NONE);

    Object value(FieldDescriptor field, Value value, String path) {
        return switch (field.getType()) {
            case DOUBLE -> real(field, value, path);
            case FLOAT -> (float) real(field, value, path);
            case INT64, SFIXED64, SINT64 -> whole(field, value, path, 63, false).longValue();
            case UINT64, FIXED64 -> whole(field, value, path, 64, true).longValue();
            case INT32, SFIXED32, SINT32 -> whole(field, value, path, 31, false).intValue();
            case UINT32, FIXED32 -> whole(field, value, path, 32, true).intValue();
            case BOOL -> {
                Value bool = coerced(value, Type.BOOLEAN);
                yield bool instanceof BooleanValue b ? b.value() : fail(field, value, path);
            }
            case STRING -> {
                Value text = coerced(value, Type.STRING);
                yield text instanceof StringValue s ? s.text() : fail(field, value, path);
            }
            case BYTES -> {
                Value bytes = coerced(value, BINARY);
                yield bytes instanceof BinaryValue b ? ByteString.copyFrom(b.bytes()) : fail(field, value, path);
            }
            case ENUM -> label(field, value, path);
            case GROUP, MESSAGE -> throw new IllegalArgumentException("a message: " + field);
        };
    }

    /** The key of a map, from the text that keys of objects are. */
    Object key(FieldDescriptor field, String key, String path) {
        return value(field, StringValue.of(key), path);
    }

    private static double real(FieldDescriptor field, Value value, String path) {
        Double notFinite = value instanceof StringValue s ? NumberTexts.notFinite(s.text()) : null;
        if (notFinite != null) {
            return notFinite;
        }
        return coerced(value, Type.NUMBER) instanceof NumberValue n
                ? n.doubleValue()
                : (Double) fail(field, value, path);
    }

    private static BigInteger whole(FieldDescriptor field, Value value, String path, int bits, boolean unsigned) {
        if (!(coerced(value, Type.NUMBER) instanceof NumberValue number)) {
            throw unfit(typeName(field), value, path);
        }
        if (!number.isWhole() || number.decimal().precision() - number.decimal().scale() > 30) {
            throw outOfRange(field, number, path);
        }
        BigInteger whole = number.decimal().toBigInteger();
        if (whole.bitLength() > bits || unsigned && whole.signum() < 0) {
            throw outOfRange(field, number, path);
        }
        return whole;
    }

    private static FormatException outOfRange(FieldDescriptor field, NumberValue number, String path) {
        String text = number.decimal().toString();
        return bad(
                "OUT-OF-RANGE",
                path,
                "the number " + (text.length() > 40 ? text.substring(0, 40) + "..." : text) + " is no "
                        + typeName(field),
                "");
    }

    private static Object label(FieldDescriptor field, Value value, String path) {
        if (field.getEnumType().getFullName().equals("google.protobuf.NullValue")) {
            return field.getEnumType().findValueByNumber(0);
        }
        Value index = value.schema().get(ProtobufReader.ENUM_INDEX);
        if (value instanceof StringValue s) {
            EnumValueDescriptor found = field.getEnumType().findValueByName(s.text());
            if (found != null) {
                return found;
            }
            if (!s.text().equals(ProtobufReader.UNRECOGNIZED)) {
                List<String> known = field.getEnumType().getValues().stream()
                        .map(EnumValueDescriptor::getName)
                        .toList();
                throw bad(
                        "UNKNOWN-LABEL",
                        path,
                        "the enum '" + field.getEnumType().getFullName() + "' has no label '" + s.text() + "'",
                        Suggestion.didYouMean(s.text(), known, "it has " + String.join(", ", known)));
            }
        }
        if ((value instanceof NumberValue ? value : index) instanceof NumberValue number
                && number.isWhole()
                && number.longValue() == (int) number.longValue()) {
            return field.getEnumType().findValueByNumberCreatingIfUnknown((int) number.longValue());
        }
        throw unfit(typeName(field), value, path);
    }

    void time(WellKnown kind, DynamicMessage.Builder message, Value value, String path) {
        long seconds;
        int nanos;
        if (kind == WellKnown.DURATION) {
            if (!(coerced(value, PERIOD) instanceof PeriodValue period)
                    || period.period().toTotalMonths() != 0) {
                throw unfit("google.protobuf.Duration", value, path);
            }
            Duration duration = period.duration().plusDays(period.period().getDays());
            // both parts of the message have the same sign
            seconds =
                    duration.isNegative() && duration.getNano() > 0 ? duration.getSeconds() + 1 : duration.getSeconds();
            nanos = duration.isNegative() && duration.getNano() > 0
                    ? duration.getNano() - 1_000_000_000
                    : duration.getNano();
        } else {
            LocalDateTime time = moment(value, path);
            seconds = time.toEpochSecond(ZoneOffset.UTC);
            nanos = time.getNano();
        }
        message.setField(message.getDescriptorForType().findFieldByNumber(1), seconds);
        message.setField(message.getDescriptorForType().findFieldByNumber(2), nanos);
    }

    private static LocalDateTime moment(Value value, String path) {
        if (value instanceof TemporalValue t && t.temporal() instanceof ZonedDateTime zoned) {
            return zoned.withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime();
        }
        if (coerced(value, LOCAL_DATE_TIME) instanceof TemporalValue t && t.temporal() instanceof LocalDateTime local) {
            return local;
        }
        throw unfit("google.protobuf.Timestamp", value, path);
    }

    /** A field the declaration does not know, by its number: the metadata {@code wireType} says how it is written. */
    static void unknown(UnknownFieldSet.Builder fields, String name, Value value, String path) {
        long number = Long.parseLong(name.substring(1));
        if (number < 1 || number > 536_870_911) {
            throw bad("UNKNOWN-FIELD", path, "a field cannot have the number " + number, "");
        }
        UnknownFieldSet.Field.Builder field = UnknownFieldSet.Field.newBuilder();
        String wireType = value.schema().text("wireType");
        switch (wireType == null ? "" : wireType) {
            case "Varint" -> field.addVarint(bits(value, path));
            case "64Bit" -> field.addFixed64(bits(value, path));
            case "32Bit" -> field.addFixed32((int) bits(value, path));
            case "LengthDelimited" -> {
                if (!(coerced(value, BINARY) instanceof BinaryValue binary)) {
                    throw unfit("bytes", value, path);
                }
                field.addLengthDelimited(ByteString.copyFrom(binary.bytes()));
            }
            case "Group" -> {
                if (!(value instanceof ObjectValue object)) {
                    throw unfit("group", value, path);
                }
                UnknownFieldSet.Builder inner = UnknownFieldSet.newBuilder();
                for (Entry entry : object) {
                    String key = entry.key().name();
                    if (!key.matches("-[0-9]{1,9}")) {
                        throw bad("UNKNOWN-FIELD", path + "." + key, "'" + key + "' is no number of a field", "");
                    }
                    unknown(inner, key, entry.value(), path + "." + key);
                }
                field.addGroup(inner.build());
            }
            default ->
                throw bad(
                        "UNKNOWN-FIELD",
                        path,
                        "a field with a number needs the metadata wireType",
                        "one of Varint, 64Bit, 32Bit, LengthDelimited, Group");
        }
        fields.mergeField((int) number, field.build());
    }

    private static long bits(Value value, String path) {
        if (value instanceof NumberValue n && n.isWhole()) {
            return n.longValue();
        }
        throw unfit("whole number", value, path);
    }

    private static @Nullable Value coerced(Value value, Type type) {
        try {
            return Coercions.orNull(value, type);
        } catch (EvaluationException e) {
            return null;
        }
    }

    private static String typeName(FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case ENUM -> field.getEnumType().getFullName();
            case MESSAGE -> field.getMessageType().getFullName();
            default -> field.getType().name().toLowerCase(Locale.ROOT);
        };
    }

    private static Object fail(FieldDescriptor field, Value value, String path) {
        throw unfit(typeName(field), value, path);
    }

    static FormatException unfit(String expected, Value value, String path) {
        return bad(
                "WRONG-TYPE", path, "a value of type " + TypeNames.of(value) + " cannot be written as " + expected, "");
    }

    static FormatException bad(String code, String path, String what, String hint) {
        return new FormatException(Problem.error(code, null, "at " + path + ": " + what, hint));
    }
}
