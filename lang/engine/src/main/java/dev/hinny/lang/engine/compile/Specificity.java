package dev.hinny.lang.engine.compile;

import dev.hinny.lang.engine.node.Signature;
import dev.hinny.lang.engine.type.Type;
import dev.hinny.lang.engine.type.Type.Kind;

/** How narrow parameters are: the library's overloads are tried from the narrowest on, a script's as they are declared. */
final class Specificity {
    private Specificity() {}

    static int of(Signature signature) {
        int sum = 0;
        for (Type type : signature.types()) {
            sum += of(type, 0);
        }
        return sum;
    }

    private static int of(Type type, int depth) {
        if (depth > 20) {
            return 3;
        }
        return switch (type) {
            case Type.Literal _ -> 0;
            case Type.Simple s ->
                s.kind() == Kind.ANY ? 6 : s.kind() == Kind.COMPARABLE || s.kind() == Kind.SIMPLE ? 3 : 1;
            case Type.Function _ -> 1;
            case Type.Object _, Type.Parameterized _, Type.Intersection _ -> 1;
            case Type.Array _ -> 1;
            case Type.Union _ -> 3;
            case Type.Variable v -> v.bound() == Type.ANY ? 6 : of(v.bound(), depth + 1);
            case Type.Named n -> of(n.resolve(), depth + 1);
        };
    }

    /** Whether the parameters are plain texts, numbers and the like. */
    static boolean isScalar(Signature signature) {
        for (Type type : signature.types()) {
            if (!(type instanceof Type.Simple s)
                    || switch (s.kind()) {
                        case STRING, NUMBER, BOOLEAN, NULL, DATE, DATE_TIME, LOCAL_DATE_TIME, KEY -> false;
                        default -> true;
                    }) {
                return false;
            }
        }
        return signature.arity() > 0;
    }
}
