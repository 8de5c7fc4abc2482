package dev.hinny.lang.engine.operation;

import dev.hinny.lang.engine.type.Type;
import dev.hinny.lang.engine.type.Type.Kind;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BinaryValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.JavaValue;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.Namespace;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.PeriodValue;
import dev.hinny.lang.engine.value.RangeArray;
import dev.hinny.lang.engine.value.RegexValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.TemporalValue;
import dev.hinny.lang.engine.value.TypeValue;
import dev.hinny.lang.engine.value.UriValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.engine.value.ZoneValue;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.util.List;
import java.util.stream.Collectors;

/** Names of types: of a value's own type, and of types as {@code typeOf} and messages print them. */
public final class TypeNames {
    private TypeNames() {}

    public static Kind kindOf(Value value) {
        return switch (value) {
            case StringValue _ -> Kind.STRING;
            case NumberValue _ -> Kind.NUMBER;
            case BooleanValue _ -> Kind.BOOLEAN;
            case NullValue _ -> Kind.NULL;
            case RangeArray _ -> Kind.RANGE;
            case ArrayValue _ -> Kind.ARRAY;
            case ObjectValue _ -> Kind.OBJECT;
            case BinaryValue _ -> Kind.BINARY;
            case FunctionValue _ -> Kind.FUNCTION;
            case Key _ -> Kind.KEY;
            case Namespace _ -> Kind.NAMESPACE;
            case PeriodValue _ -> Kind.PERIOD;
            case RegexValue _ -> Kind.REGEX;
            case TypeValue _ -> Kind.TYPE;
            case UriValue _ -> Kind.URI;
            case ZoneValue _ -> Kind.TIME_ZONE;
            case JavaValue _ -> Kind.OBJECT;
            case TemporalValue t ->
                switch (t.temporal()) {
                    case LocalDate _ -> Kind.DATE;
                    case LocalDateTime _ -> Kind.LOCAL_DATE_TIME;
                    case LocalTime _ -> Kind.LOCAL_TIME;
                    case OffsetTime _ -> Kind.TIME;
                    default -> Kind.DATE_TIME;
                };
        };
    }

    /** The name of the value's type. */
    public static String of(Value value) {
        return kindOf(value).typeName();
    }

    /** The type as text: the kind's name, without its parts for arrays and objects. */
    public static String of(Type type) {
        return switch (type) {
            case Type.Simple s -> s.kind().typeName();
            case Type.Array _ -> "Array";
            case Type.Object _ -> "Object";
            case Type.Function _ -> "Function";
            case Type.Union u -> join(u.types(), " | ");
            case Type.Intersection i -> join(i.types(), " & ");
            case Type.Literal l -> Renderings.compact(l.value());
            case Type.Parameterized p -> p.kind().typeName();
            case Type.Variable v -> v.name();
            case Type.Named n -> n.name();
        };
    }

    /** The type with its parts, for messages. */
    public static String full(Type type) {
        return switch (type) {
            case Type.Array a -> a.item() == Type.ANY ? "Array" : "Array<" + full(a.item()) + ">";
            case Type.Function f ->
                f.parameters().stream().map(TypeNames::full).collect(Collectors.joining(", ", "(", ")")) + " -> "
                        + full(f.result());
            case Type.Union u -> u.types().stream().map(TypeNames::full).collect(Collectors.joining(" | "));
            case Type.Variable v -> v.bound() == Type.ANY ? v.name() : full(v.bound());
            default -> of(type);
        };
    }

    private static String join(List<Type> types, String separator) {
        return types.stream().map(TypeNames::of).collect(Collectors.joining(separator));
    }
}
