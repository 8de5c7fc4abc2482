package dev.hinny.lang.front.check;

import java.util.List;
import java.util.function.Supplier;

/**
 * One way to call a function.
 *
 * @param result worked out when it is asked for, where no type is declared
 */
record Overload(List<Type.Variable> typeParameters, List<Type.Parameter> parameters, Supplier<Type> result) {
    static Overload of(Type.Function function) {
        return new Overload(function.typeParameters(), function.parameters(), function::result);
    }

    Type.Function type() {
        return new Type.Function(typeParameters, parameters, result.get());
    }

    int required() {
        int required = 0;
        for (Type.Parameter parameter : parameters) {
            required += parameter.optional() ? 0 : 1;
        }
        return required;
    }

    /** Whether so many arguments can be passed. */
    boolean takes(int count) {
        return count <= parameters.size() && count >= required();
    }

    /**
     * The parameter that each of so many arguments is for: missing ones are the last, or the first optional ones where the
     * first is optional.
     */
    int[] places(int count) {
        int[] places = new int[count];
        int missing = parameters.size() - count;
        boolean front = missing > 0 && parameters.get(0).optional();
        int next = 0;
        for (int i = 0; i < parameters.size() && next < count; i++) {
            if (front && missing > 0 && parameters.get(i).optional()) {
                missing--;
            } else {
                places[next++] = i;
            }
        }
        return places;
    }

    /** How wide the parameters are: the narrowest overload is tried first. */
    int width() {
        int sum = 0;
        for (Type.Parameter parameter : parameters) {
            sum += width(parameter.type(), 0);
        }
        return sum;
    }

    private static int width(Type type, int depth) {
        if (depth > 20) {
            return 3;
        }
        return switch (type) {
            case Type.Literal _ -> 0;
            case Type.Any _ -> 6;
            case Type.Simple s -> s.kind() == Type.Kind.COMPARABLE || s.kind() == Type.Kind.SIMPLE ? 3 : 1;
            case Type.Nothing _, Type.Function _, Type.Object _, Type.TypeOfType _, Type.Intersection _, Type.Array _ ->
                1;
            case Type.Union _ -> 3;
            case Type.Variable v -> v.bound() instanceof Type.Any ? 6 : width(v.bound(), depth + 1);
            case Type.Named n -> width(n.resolve(), depth + 1);
        };
    }
}
