package dev.hinny.lang.avro;

import dev.hinny.base.Problem;
import dev.hinny.base.Suggestion;
import dev.hinny.lang.engine.EvaluationException;
import dev.hinny.lang.engine.format.Format;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.java.JavaBridge;
import dev.hinny.lang.engine.operation.Coercions;
import dev.hinny.lang.engine.operation.NumberTexts;
import dev.hinny.lang.engine.operation.TypeNames;
import dev.hinny.lang.engine.type.Type;
import dev.hinny.lang.engine.type.Type.Kind;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BinaryValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.JavaValue;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/** Writes a value as its schema wants, and says which part does not fit. */
final class DatumWriter {
    private static final Type BINARY = new Type.Simple(Kind.BINARY, dev.hinny.lang.engine.value.Schema.NONE);

    private final Encoder out;
    private int depth;

    DatumWriter(Encoder out) {
        this.out = out;
    }

    /** @throws FormatException with the path of what does not fit */
    void write(Schema schema, Value value, String path) throws IOException {
        if (++depth > Format.MAX_DEPTH) {
            throw bad("TOO-DEEP", path, "more than " + Format.MAX_DEPTH + " levels of nesting", "");
        }
        Value seen = value instanceof JavaValue java ? JavaBridge.properties(java.object()) : value;
        Value plain = LogicalTypes.write(schema, seen);
        plain(schema, plain == null ? seen : plain, path);
        depth--;
    }

    private void plain(Schema schema, Value value, String path) throws IOException {
        switch (schema.getType()) {
            case RECORD -> record(schema, value, path);
            case UNION -> {
                int branch = Branches.of(schema, value);
                if (branch < 0) {
                    throw unfit(schema, value, path);
                }
                out.writeIndex(branch);
                write(schema.getTypes().get(branch), value, path);
            }
            case ARRAY -> array(schema, value, path);
            case MAP -> map(schema, value, path);
            case ENUM -> {
                String text = text(schema, value, path);
                if (!schema.hasEnumSymbol(text)) {
                    List<String> known = schema.getEnumSymbols();
                    throw bad(
                            "UNKNOWN-SYMBOL",
                            path,
                            "the enum '" + schema.getFullName() + "' has no symbol '" + text + "'",
                            Suggestion.didYouMean(text, known, "it has " + String.join(", ", known)));
                }
                out.writeEnum(schema.getEnumOrdinal(text));
            }
            case FIXED -> {
                byte[] bytes = bytes(schema, value, path, true);
                if (bytes.length != schema.getFixedSize()) {
                    throw bad(
                            "WRONG-SIZE",
                            path,
                            "'" + schema.getFullName() + "' has " + schema.getFixedSize() + " bytes, not "
                                    + bytes.length,
                            "");
                }
                out.writeFixed(bytes);
            }
            case BYTES -> out.writeBytes(bytes(schema, value, path, false));
            case STRING -> out.writeString(text(schema, value, path));
            case INT -> out.writeInt((int) whole(schema, value, path, Integer.MIN_VALUE, Integer.MAX_VALUE));
            case LONG -> out.writeLong(whole(schema, value, path, Long.MIN_VALUE, Long.MAX_VALUE));
            case FLOAT -> out.writeFloat((float) real(schema, value, path));
            case DOUBLE -> out.writeDouble(real(schema, value, path));
            case BOOLEAN -> {
                if (!(coerced(value, Type.BOOLEAN) instanceof BooleanValue bool)) {
                    throw unfit(schema, value, path);
                }
                out.writeBoolean(bool.value());
            }
            case NULL -> {
                if (!(value instanceof NullValue)) {
                    throw unfit(schema, value, path);
                }
                out.writeNull();
            }
        }
    }

    private void record(Schema schema, Value value, String path) throws IOException {
        if (!(value instanceof ObjectValue object)) {
            throw unfit(schema, value, path);
        }
        for (Entry entry : object) {
            String name = entry.key().name();
            if (schema.getField(name) == null) {
                List<String> known =
                        schema.getFields().stream().map(Schema.Field::name).toList();
                throw bad(
                        "UNKNOWN-FIELD",
                        path + "." + name,
                        "the record '" + schema.getFullName() + "' has no field '" + name + "'",
                        Suggestion.didYouMean(name, known, "it has " + String.join(", ", known)));
            }
        }
        for (Schema.Field field : schema.getFields()) {
            Value given = object.get(field.name());
            if (given != null) {
                write(field.schema(), given, path + "." + field.name());
            } else if (field.hasDefaultValue()) {
                Object standard = GenericData.get().getDefaultValue(field);
                new GenericDatumWriter<>(field.schema()).write(standard, out);
            } else if (field.schema().isNullable()) {
                write(field.schema(), NullValue.NULL, path + "." + field.name());
            } else {
                throw bad(
                        "MISSING-FIELD",
                        path + "." + field.name(),
                        "the record '" + schema.getFullName() + "' needs the field '" + field.name() + "'",
                        "give it a value, or a default in the schema");
            }
        }
    }

    private void array(Schema schema, Value value, String path) throws IOException {
        if (!(value instanceof ArrayValue array)) {
            throw unfit(schema, value, path);
        }
        List<Value> items = array.toList();
        out.writeArrayStart();
        out.setItemCount(items.size());
        for (int i = 0; i < items.size(); i++) {
            out.startItem();
            write(schema.getElementType(), items.get(i), path + "[" + i + "]");
        }
        out.writeArrayEnd();
    }

    private void map(Schema schema, Value value, String path) throws IOException {
        if (!(value instanceof ObjectValue object)) {
            throw unfit(schema, value, path);
        }
        out.writeMapStart();
        out.setItemCount(object.size());
        for (Entry entry : object) {
            out.startItem();
            out.writeString(entry.key().name());
            write(schema.getValueType(), entry.value(), path + "." + entry.key().name());
        }
        out.writeMapEnd();
    }

    private static long whole(Schema schema, Value value, String path, long least, long most) {
        if (!(coerced(value, Type.NUMBER) instanceof NumberValue number)) {
            throw unfit(schema, value, path);
        }
        if (!number.isWhole()
                || number.decimal().precision() - number.decimal().scale() > 20
                || number.decimal().toBigInteger().bitLength() > 63
                || number.longValue() < least
                || number.longValue() > most) {
            String text = number.decimal().toString();
            throw bad(
                    "OUT-OF-RANGE",
                    path,
                    "the number " + (text.length() > 40 ? text.substring(0, 40) + "..." : text) + " is no "
                            + schema.getName(),
                    "");
        }
        return number.longValue();
    }

    private static double real(Schema schema, Value value, String path) {
        Double notFinite = value instanceof StringValue s ? NumberTexts.notFinite(s.text()) : null;
        if (notFinite != null) {
            return notFinite;
        }
        if (!(coerced(value, Type.NUMBER) instanceof NumberValue number)) {
            throw unfit(schema, value, path);
        }
        return number.doubleValue();
    }

    private static String text(Schema schema, Value value, String path) {
        if (!(coerced(value, Type.STRING) instanceof StringValue text)) {
            throw unfit(schema, value, path);
        }
        return text.text();
    }

    private static byte[] bytes(Schema schema, Value value, String path, boolean latin) {
        byte[] decimal = LogicalTypes.bytes(schema, value);
        if (decimal != null) {
            return decimal;
        }
        if (latin && value instanceof StringValue text) {
            return text.text().getBytes(StandardCharsets.ISO_8859_1);
        }
        if (value instanceof NumberValue || !(coerced(value, BINARY) instanceof BinaryValue binary)) {
            throw unfit(schema, value, path);
        }
        return binary.bytes();
    }

    private static @Nullable Value coerced(Value value, Type type) {
        try {
            return Coercions.orNull(value, type);
        } catch (EvaluationException e) {
            return null;
        }
    }

    private static FormatException unfit(Schema schema, Value value, String path) {
        String expected = schema.isUnion()
                ? "any of the union "
                        + schema.getTypes().stream().map(Schema::getFullName).toList()
                : schema.getType().name().toLowerCase(Locale.ROOT)
                        + (schema.getType().name().equalsIgnoreCase(schema.getName())
                                ? ""
                                : " '" + schema.getFullName() + "'");
        return bad(
                "WRONG-TYPE", path, "a value of type " + TypeNames.of(value) + " cannot be written as " + expected, "");
    }

    private static FormatException bad(String code, String path, String what, String hint) {
        return new FormatException(Problem.error(code, null, "at " + path + ": " + what, hint));
    }
}
