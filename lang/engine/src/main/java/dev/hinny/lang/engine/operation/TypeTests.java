package dev.hinny.lang.engine.operation;

import dev.hinny.lang.engine.type.Type;
import dev.hinny.lang.engine.type.Type.Kind;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BinaryValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.JavaValue;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.Namespace;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.RangeArray;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.TemporalValue;
import dev.hinny.lang.engine.value.Value;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether a value is of a type, without any coercion. */
public final class TypeTests {
    private TypeTests() {}

    /** The full test, as {@code is} asks. */
    public static boolean accepts(Type type, Value value) {
        return switch (type) {
            case Type.Simple s -> simple(s.kind(), value) && (s.schema().isEmpty() || hasSchema(s.schema(), value));
            case Type.Array a -> value instanceof ArrayValue array && items(a.item(), array);
            case Type.Object o ->
                o.fields().isEmpty() && o.open()
                        ? value instanceof ObjectValue || value instanceof JavaValue
                        : value instanceof ObjectValue object && fields(o, object);
            case Type.Function _ -> value instanceof FunctionValue;
            case Type.Union u -> any(u.types(), value);
            case Type.Intersection i -> all(i.types(), value);
            case Type.Literal l -> Equality.equal(l.value(), value);
            case Type.Parameterized p -> simple(p.kind(), value);
            case Type.Variable v -> v.bound() == Type.ANY || accepts(v.bound(), value);
            case Type.Named n -> accepts(n.resolve(), value);
        };
    }

    /** The quick test that calls use: looks into arrays only at the first item, into objects not at all. */
    public static boolean fits(Type type, Value value) {
        return switch (type) {
            case Type.Simple s -> simple(s.kind(), value);
            case Type.Array a -> value instanceof ArrayValue array && firstFits(a.item(), array);
            case Type.Object o ->
                (value instanceof ObjectValue || value instanceof JavaValue)
                        && (o.fields().isEmpty() || o.open() && !hasRequired(o) || accepts(o, value));
            case Type.Function _ -> value instanceof FunctionValue;
            case Type.Union u -> anyFits(u.types(), value);
            case Type.Intersection i -> allFit(i.types(), value);
            case Type.Literal l -> Equality.equal(l.value(), value);
            case Type.Parameterized p -> simple(p.kind(), value);
            case Type.Variable v -> v.bound() == Type.ANY || fits(v.bound(), value);
            case Type.Named n -> fits(n.resolve(), value);
        };
    }

    private static boolean simple(Kind kind, Value value) {
        return switch (kind) {
            case ANY -> true;
            case NOTHING -> false;
            case NULL -> value instanceof NullValue;
            case STRING -> value instanceof StringValue;
            case NUMBER -> value instanceof NumberValue;
            case BOOLEAN -> value instanceof BooleanValue;
            case BINARY -> value instanceof BinaryValue;
            case DATE -> value instanceof TemporalValue t && t.temporal() instanceof LocalDate;
            case DATE_TIME -> value instanceof TemporalValue t && t.temporal() instanceof ZonedDateTime;
            case LOCAL_DATE_TIME -> value instanceof TemporalValue t && t.temporal() instanceof LocalDateTime;
            case LOCAL_TIME -> value instanceof TemporalValue t && t.temporal() instanceof LocalTime;
            case TIME -> value instanceof TemporalValue t && t.temporal() instanceof OffsetTime;
            case RANGE -> value instanceof RangeArray;
            case ARRAY, ITERATOR -> value instanceof ArrayValue;
            case OBJECT -> value instanceof ObjectValue || value instanceof JavaValue;
            case FUNCTION -> value instanceof FunctionValue;
            case KEY -> value instanceof Key;
            case NAMESPACE -> value instanceof Namespace;
            case ENUM ->
                value instanceof JavaValue j && j.object() instanceof Enum<?> || isMarked(value, "enumeration");
            case CDATA -> isMarked(value, "cdata");
            case COMPARABLE, SIMPLE ->
                value instanceof StringValue
                        || value instanceof NumberValue
                        || value instanceof BooleanValue
                        || value instanceof TemporalValue
                        || TypeNames.kindOf(value) == Kind.PERIOD
                        || TypeNames.kindOf(value) == Kind.TIME_ZONE;
            case NAME_TYPE -> value instanceof StringValue || value instanceof Key;
            case REGEX, TIME_ZONE, PERIOD, URI, TYPE -> TypeNames.kindOf(value) == kind;
        };
    }

    private static boolean isMarked(Value value, String property) {
        return value instanceof StringValue s && s.schema().get(property) instanceof BooleanValue b && b.value();
    }

    private static boolean hasSchema(Schema wanted, Value value) {
        for (Map.Entry<String, Value> property : wanted.properties().entrySet()) {
            Value have = value.schema().get(property.getKey());
            if (have == null || !Equality.equal(property.getValue(), have)) {
                return false;
            }
        }
        return true;
    }

    private static boolean items(Type item, ArrayValue array) {
        if (item == Type.ANY || item instanceof Type.Variable v && v.bound() == Type.ANY) {
            return true;
        }
        for (Value value : array) {
            if (!accepts(item, value)) {
                return false;
            }
        }
        return true;
    }

    private static boolean firstFits(Type item, ArrayValue array) {
        if (item == Type.ANY || item instanceof Type.Variable v && v.bound() == Type.ANY) {
            return true;
        }
        if (array.isStreamed()) {
            return true;
        }
        Value first = array.get(0);
        return first == null || fits(item, first);
    }

    private static boolean hasRequired(Type.Object type) {
        for (Type.Field field : type.fields()) {
            if (!field.optional() && field.name() != null) {
                return true;
            }
        }
        return false;
    }

    private static boolean fields(Type.Object type, ObjectValue object) {
        for (Type.Field field : type.fields()) {
            if (field.name() == null) {
                continue;
            }
            int found = 0;
            for (Entry entry : object) {
                if (names(field, entry.key())) {
                    found++;
                    if (!accepts(field.type(), entry.value()) || !attributes(field, entry.key())) {
                        return false;
                    }
                }
            }
            if (found == 0 && !field.optional() || found > 1 && !field.repeated()) {
                return false;
            }
        }
        return (type.open() || closed(type, object)) && (!type.ordered() || ordered(type, object));
    }

    private static boolean attributes(Type.Field field, Key key) {
        for (Type.Field attribute : field.attributes()) {
            Value value = attribute.name() == null ? null : key.attributes().get(attribute.name());
            if (value == null ? !attribute.optional() : !accepts(attribute.type(), value)) {
                return false;
            }
        }
        return true;
    }

    private static boolean closed(Type.Object type, ObjectValue object) {
        for (Entry entry : object) {
            Type.Field field = fieldOf(type, entry.key());
            if (field == null || field.name() == null && !accepts(field.type(), entry.value())) {
                return false;
            }
        }
        return true;
    }

    private static boolean ordered(Type.Object type, ObjectValue object) {
        int last = 0;
        for (Entry entry : object) {
            Type.Field field = fieldOf(type, entry.key());
            int index = field == null ? last : type.fields().indexOf(field);
            if (index < last) {
                return false;
            }
            last = index;
        }
        return true;
    }

    static Type.@Nullable Field fieldOf(Type.Object type, Key key) {
        Type.Field any = null;
        for (Type.Field field : type.fields()) {
            if (field.name() == null) {
                any = field;
            } else if (names(field, key)) {
                return field;
            }
        }
        return any;
    }

    private static boolean names(Type.Field field, Key key) {
        if (!key.name().equals(field.name())) {
            return false;
        }
        return field.namespace() == null
                || key.namespace() != null
                        && field.namespace().equals(key.namespace().uri());
    }

    private static boolean any(List<Type> types, Value value) {
        for (Type type : types) {
            if (accepts(type, value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean all(List<Type> types, Value value) {
        for (Type type : types) {
            if (!accepts(type, value)) {
                return false;
            }
        }
        return true;
    }

    private static boolean anyFits(List<Type> types, Value value) {
        for (Type type : types) {
            if (fits(type, value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean allFit(List<Type> types, Value value) {
        for (Type type : types) {
            if (!fits(type, value)) {
                return false;
            }
        }
        return true;
    }
}
