package dev.hinny.lang.engine.node;

import dev.hinny.lang.engine.operation.Coercions;
import dev.hinny.lang.engine.operation.TypeNames;
import dev.hinny.lang.engine.operation.TypeTests;
import dev.hinny.lang.engine.type.Type;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.FunctionValue.Parameter;
import dev.hinny.lang.engine.value.JavaValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a function takes.
 *
 * @param defaults one for each parameter, null where it is required, and for a declared function until its body is compiled
 * @param untyped whether every parameter takes anything
 */
public record Signature(
        String name,
        List<Parameter> parameters,
        @Nullable Node[] defaults,
        Type[] types,
        Check[] checks,
        boolean untyped,
        int required) {
    /** The frequent types, tested without looking at the type. */
    enum Check {
        ANYTHING,
        TEXT,
        NUMBER,
        OBJECT,
        ARRAY,
        FUNCTION,
        OTHER;

        static Check of(Type type) {
            return switch (type) {
                case Type.Variable v -> v.bound() == Type.ANY ? ANYTHING : OTHER;
                case Type.Function _ -> FUNCTION;
                case Type.Array a -> of(a.item()) == ANYTHING ? ARRAY : OTHER;
                case Type.Simple s ->
                    switch (s.kind()) {
                        case ANY -> ANYTHING;
                        case STRING -> TEXT;
                        case NUMBER -> Check.NUMBER;
                        default -> OTHER;
                    };
                case Type.Object o -> o.fields().isEmpty() ? OBJECT : OTHER;
                default -> OTHER;
            };
        }
    }

    public static Signature of(String name, List<Parameter> parameters, @Nullable Node[] defaults) {
        Type[] types = new Type[parameters.size()];
        Check[] checks = new Check[types.length];
        boolean untyped = true;
        int required = 0;
        for (int i = 0; i < types.length; i++) {
            types[i] = parameters.get(i).type();
            checks[i] = Check.of(types[i]);
            untyped &= types[i] == Type.ANY || types[i] instanceof Type.Variable v && v.bound() == Type.ANY;
            required += parameters.get(i).optional() ? 0 : 1;
        }
        return new Signature(name, List.copyOf(parameters), defaults, types, checks, untyped, required);
    }

    public int arity() {
        return types.length;
    }

    /** Whether so many arguments can be passed. */
    public boolean takes(int count) {
        return count >= required && count <= types.length;
    }

    /**
     * The arguments at their parameters, with null holes for defaults: missing ones are the last, or the first ones where
     * those are the optional ones.
     */
    @Nullable
    Value[] align(Value[] arguments) {
        int missing = types.length - arguments.length;
        if (missing == 0) {
            return arguments;
        }
        @Nullable Value[] aligned = new Value[types.length];
        boolean front = parameters.get(0).optional();
        if (!front) {
            System.arraycopy(arguments, 0, aligned, 0, arguments.length);
            return aligned;
        }
        int next = 0;
        for (int i = 0; i < types.length; i++) {
            if (parameters.get(i).optional() && missing > 0) {
                missing--;
            } else {
                aligned[i] = arguments[next++];
            }
        }
        return aligned;
    }

    boolean fits(@Nullable Value[] aligned) {
        if (untyped) {
            return true;
        }
        for (int i = 0; i < types.length; i++) {
            Value argument = aligned[i];
            if (argument != null && !fits(i, argument)) {
                return false;
            }
        }
        return true;
    }

    private boolean fits(int parameter, Value argument) {
        return switch (checks[parameter]) {
            case ANYTHING -> true;
            case TEXT -> argument instanceof StringValue;
            case NUMBER -> argument instanceof NumberValue;
            case OBJECT -> argument instanceof ObjectValue || argument instanceof JavaValue;
            case ARRAY -> argument instanceof ArrayValue;
            case FUNCTION -> argument instanceof FunctionValue;
            case OTHER -> TypeTests.fits(types[parameter], argument);
        };
    }

    /** The arguments in the parameters' types; null when one does not fit. */
    @Nullable
    Value @Nullable [] coerce(@Nullable Value[] aligned) {
        @Nullable Value[] coerced = new Value[aligned.length];
        for (int i = 0; i < types.length; i++) {
            Value argument = aligned[i];
            if (argument != null) {
                Value fitting = Coercions.argument(argument, types[i]);
                if (fitting == null) {
                    return null;
                }
                coerced[i] = fitting;
            }
        }
        return coerced;
    }

    /** {@code (a: String, b: Number)}. */
    public String text() {
        return parameters.stream()
                .map(p -> p.name() + ": " + TypeNames.full(p.type()) + (p.optional() ? " = ..." : ""))
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
