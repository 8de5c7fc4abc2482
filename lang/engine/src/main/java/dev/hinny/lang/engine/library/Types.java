package dev.hinny.lang.engine.library;

import dev.hinny.lang.engine.operation.Coercions;
import dev.hinny.lang.engine.operation.Errors;
import dev.hinny.lang.engine.operation.TypeNames;
import dev.hinny.lang.engine.type.Type;
import dev.hinny.lang.engine.type.Type.Kind;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.Namespace;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.TypeValue;
import dev.hinny.lang.engine.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Types as values. */
final class Types implements NativeFamily {
    @Override
    public String name() {
        return "types";
    }

    @Override
    public @Nullable NativeFunction find(String name) {
        return switch (name) {
            case "typeOf" -> a -> new TypeValue(typeOf(a[0]));
            case "isKind" -> a -> BooleanValue.of(isKind(unmarked(plain(a[0])), Args.text(a[1])));
            case "isReference" ->
                a -> BooleanValue.of(type(a[0]) instanceof Type.Named n && n.resolve() instanceof Type.Named);
            case "arrayItem" ->
                a -> unmarked(plain(a[0])) instanceof Type.Array array
                        ? new TypeValue(referenced(array.item()))
                        : unfit("arrayItem", "array", a[0]);
            case "baseType" -> a -> new TypeValue(base(unmarked(plain(a[0]))));
            case "unionItems" ->
                a -> plain(a[0]) instanceof Type.Union u ? types(u.types()) : unfit("unionItems", "union", a[0]);
            case "intersectionItems" ->
                a -> unmarked(plain(a[0])) instanceof Type.Intersection i
                        ? types(i.types())
                        : unfit("intersectionItems", "intersection", a[0]);
            case "literal" ->
                a -> plain(a[0]) instanceof Type.Literal l ? l.value() : unfit("literalValueOf", "literal", a[0]);
            case "name" -> a -> StringValue.of(TypeNames.of(type(a[0])));
            case "metadata" -> a -> metadata(plain(a[0]));
            case "functionParams" -> a -> functionParams(a[0]);
            case "functionReturn" ->
                a -> plain(a[0]) instanceof Type.Function f
                        ? new TypeValue(referenced(f.result()))
                        : unfit("functionReturnType", "function", a[0]);
            case "fields" -> a -> fields(a[0]);
            case "coerce" -> a -> coerce(a[0], Args.text(a[1]), a[2]);
            case "coerceOrNull" ->
                a -> {
                    Type target = target(Args.text(a[1]), a[2]);
                    Value made = isReadable(target) ? Coercions.orNull(a[0], target) : null;
                    return made == null ? NullValue.NULL : made;
                };
            default -> null;
        };
    }

    private static Type type(Value value) {
        return ((TypeValue) value).type();
    }

    private static Type plain(Value value) {
        Type type = type(value);
        while (type instanceof Type.Named n) {
            type = n.resolve();
        }
        return type;
    }

    /** An array or object type without the metadata that stands behind it. */
    private static Type unmarked(Type type) {
        return type instanceof Type.Intersection i && isMarked(i) ? i.types().get(0) : type;
    }

    private static boolean isMarked(Type.Intersection type) {
        return type.types().size() == 2
                && type.types().get(1) instanceof Type.Simple s
                && !s.schema().isEmpty()
                && (s.kind() == Kind.ARRAY || s.kind() == Kind.OBJECT);
    }

    private static Value unfit(String function, String kind, Value type) {
        throw Errors.argument(function, "'" + TypeNames.of(type(type)) + "' is no " + kind + " type");
    }

    private static Type referenced(Type type) {
        return type instanceof Type.Named n ? new Type.Named(n.name(), () -> n) : type;
    }

    private static Type typeOf(Value value) {
        return simple(TypeNames.kindOf(value), value.schema());
    }

    private static Type simple(Kind kind, Schema schema) {
        return switch (kind) {
            case ARRAY -> new Type.Array(Type.ANY);
            case OBJECT -> new Type.Object(List.of(), true, false);
            case FUNCTION -> new Type.Function(List.of(), Type.ANY);
            default -> new Type.Simple(kind, new Schema(schema.properties()));
        };
    }

    private static boolean isKind(Type type, String kind) {
        return switch (kind) {
            case "Array" -> type instanceof Type.Array || type instanceof Type.Simple s && s.kind() == Kind.ARRAY;
            case "Object" -> type instanceof Type.Object || type instanceof Type.Simple s && s.kind() == Kind.OBJECT;
            case "Function" -> type instanceof Type.Function;
            case "Union" -> type instanceof Type.Union;
            case "Intersection" -> type instanceof Type.Intersection;
            case "Literal" -> type instanceof Type.Literal;
            default ->
                type instanceof Type.Simple s && s.kind().typeName().equals(kind)
                        || type instanceof Type.Parameterized p
                                && p.kind().typeName().equals(kind);
        };
    }

    private static Type base(Type type) {
        return switch (type) {
            case Type.Simple s -> new Type.Simple(s.kind(), Schema.NONE);
            case Type.Literal l -> typeOf(l.value());
            default -> type;
        };
    }

    private static Value types(List<Type> types) {
        List<Value> values = new ArrayList<>();
        types.forEach(t -> values.add(new TypeValue(referenced(t))));
        return ArrayValue.of(values);
    }

    private static Value metadata(Type type) {
        List<Entry> entries = new ArrayList<>();
        Type marked =
                type instanceof Type.Intersection i && isMarked(i) ? i.types().get(1) : type;
        if (marked instanceof Type.Simple s) {
            s.schema().properties().forEach((name, value) -> entries.add(Entry.of(name, value)));
        }
        return ObjectValue.of(entries);
    }

    private static Value functionParams(Value type) {
        if (!(plain(type) instanceof Type.Function f)) {
            return unfit("functionParamTypes", "function", type);
        }
        List<Value> params = new ArrayList<>();
        for (int i = 0; i < f.parameters().size(); i++) {
            params.add(ObjectValue.of(List.of(
                    Entry.of(
                            "paramType", new TypeValue(referenced(f.parameters().get(i)))),
                    Entry.of("optional", BooleanValue.of(f.optional().get(i))))));
        }
        return ArrayValue.of(params);
    }

    private static Value fields(Value value) {
        Type type = unmarked(plain(value));
        if (!isKind(type, "Object")) {
            return unfit("objectFields", "object", value);
        }
        List<Value> fields = new ArrayList<>();
        if (type instanceof Type.Object o) {
            for (Type.Field field : o.fields()) {
                fields.add(field(field));
            }
        }
        return ArrayValue.of(fields);
    }

    private static Value field(Type.Field field) {
        List<Value> attributes = new ArrayList<>();
        for (Type.Field attribute : field.attributes()) {
            attributes.add(ObjectValue.of(List.of(
                    Entry.of("name", qualified(attribute)),
                    Entry.of("value", new TypeValue(attribute.type())),
                    Entry.of("required", BooleanValue.of(!attribute.optional())))));
        }
        Value key = ObjectValue.of(
                List.of(Entry.of("name", qualified(field)), Entry.of("attributes", ArrayValue.of(attributes))));
        return ObjectValue.of(List.of(
                Entry.of("key", key),
                Entry.of("required", BooleanValue.of(!field.optional())),
                Entry.of("repeated", BooleanValue.of(field.repeated())),
                Entry.of("value", new TypeValue(referenced(field.type())))));
    }

    private static Value qualified(Type.Field field) {
        Value namespace = field.namespace() == null ? NullValue.NULL : new Namespace("ns0", field.namespace());
        return ObjectValue.of(List.of(
                Entry.of("localName", StringValue.of(field.name() == null ? "_" : field.name())),
                Entry.of("namespace", namespace)));
    }

    /** A number's format without places for digits reads no number. */
    private static boolean isReadable(Type target) {
        String format = target instanceof Type.Simple s && s.kind() == Kind.NUMBER
                ? s.schema().text("format")
                : null;
        return format == null || format.isEmpty() || format.indexOf('#') >= 0 || format.indexOf('0') >= 0;
    }

    private static Value coerce(Value value, String type, Value properties) {
        return Coercions.coerce(value, target(type, properties));
    }

    /** A built-in type by name with the properties that are not null. */
    private static Type target(String name, Value properties) {
        Map<String, Value> all = new LinkedHashMap<>();
        for (Entry entry : Args.object(properties)) {
            if (!(entry.value() instanceof NullValue)) {
                all.put(entry.key().name(), entry.value());
            }
        }
        return new Type.Simple(Kind.valueOf(name.toUpperCase(Locale.ROOT)), new Schema(all));
    }
}
