package dev.hinny.lang.avro;

import dev.hinny.lang.engine.operation.TypeNames;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.avro.Schema;

/** Chooses the branch of a union for a value: the first whose type is the value's own, else the first it can become. */
final class Branches {
    private Branches() {}

    /** The index, -1 when no branch takes the value. */
    static int of(Schema union, Value value) {
        List<Schema> types = union.getTypes();
        int best = -1;
        int quality = 0;
        for (int i = 0; i < types.size(); i++) {
            int candidate = quality(types.get(i), value);
            if (candidate > quality) {
                best = i;
                quality = candidate;
            }
        }
        return best;
    }

    /** 3 the same type, 2 nearly, 1 by conversion, 0 not. */
    private static int quality(Schema schema, Value value) {
        if (LogicalTypes.write(schema, value) != null || LogicalTypes.bytes(schema, value) != null) {
            return 3;
        }
        return switch (TypeNames.kindOf(value)) {
            case NULL -> schema.getType() == Schema.Type.NULL ? 3 : 0;
            case BOOLEAN ->
                switch (schema.getType()) {
                    case BOOLEAN -> 3;
                    case STRING -> 1;
                    default -> 0;
                };
            case NUMBER -> number(schema, (NumberValue) value);
            case ARRAY, RANGE, ITERATOR -> schema.getType() == Schema.Type.ARRAY ? 3 : 0;
            case OBJECT -> object(schema, (ObjectValue) value);
            case BINARY ->
                switch (schema.getType()) {
                    case BYTES -> 3;
                    case FIXED -> 2;
                    case STRING -> 1;
                    default -> 0;
                };
            default -> text(schema, value);
        };
    }

    private static int number(Schema schema, NumberValue number) {
        boolean whole = number.isWhole()
                && number.decimal().precision() - number.decimal().scale() <= 20
                && number.decimal().toBigInteger().bitLength() <= 63;
        return switch (schema.getType()) {
            case INT -> whole && number.longValue() == (int) number.longValue() ? 3 : 0;
            case LONG -> whole ? 3 : 0;
            case FLOAT, DOUBLE -> whole ? 2 : 3;
            case STRING -> 1;
            default -> 0;
        };
    }

    private static int object(Schema schema, ObjectValue object) {
        if (schema.getType() == Schema.Type.MAP) {
            return 2;
        }
        if (schema.getType() != Schema.Type.RECORD) {
            return 0;
        }
        for (Entry entry : object) {
            if (schema.getField(entry.key().name()) == null) {
                return 1;
            }
        }
        for (Schema.Field field : schema.getFields()) {
            if (!field.hasDefaultValue() && !field.schema().isNullable() && object.get(field.name()) == null) {
                return 1;
            }
        }
        return 3;
    }

    private static int text(Schema schema, Value value) {
        boolean string = value instanceof StringValue;
        return switch (schema.getType()) {
            case STRING -> 3;
            case ENUM -> string && schema.hasEnumSymbol(((StringValue) value).text()) ? 3 : 0;
            case FIXED ->
                string
                                && ((StringValue) value).text().getBytes(StandardCharsets.ISO_8859_1).length
                                        == schema.getFixedSize()
                        ? 2
                        : 0;
            case BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN -> string ? 1 : 0;
            default -> 0;
        };
    }
}
