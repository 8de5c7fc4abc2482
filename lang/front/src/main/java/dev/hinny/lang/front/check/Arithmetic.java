package dev.hinny.lang.front.check;

import dev.hinny.lang.front.check.Type.Kind;
import org.jspecify.annotations.Nullable;

/** What operators make of two types, neither of them a union; null where they fail for certain. */
final class Arithmetic {
    private Arithmetic() {}

    private static boolean isOpen(Type type) {
        return type instanceof Type.Any
                || type instanceof Type.Nothing
                || type instanceof Type.Intersection i
                        && i.members().stream().noneMatch(m -> m instanceof Type.Function)
                || Types.kind(type) == Kind.ENUM;
    }

    private static boolean isFunction(Type type) {
        return type instanceof Type.Function || type instanceof Type.Intersection || type.equals(Type.FUNCTION);
    }

    private static boolean isArray(Type type) {
        return type instanceof Type.Array || Types.kind(type) == Kind.RANGE || Types.kind(type) == Kind.ITERATOR;
    }

    private static boolean isTemporal(Type type) {
        return Types.kind(type) instanceof Kind kind && kind.isTemporal();
    }

    private static Type array(Type... parts) {
        Type[] items = new Type[parts.length];
        for (int i = 0; i < parts.length; i++) {
            Type item = Generics.item(parts[i]);
            items[i] = item == null ? Type.ANY : item;
        }
        return new Type.Array(Types.union(items));
    }

    /** The operand as a number: Number, Any where it is not known, null where it cannot be. */
    static @Nullable Type number(Type type) {
        if (isOpen(type)) {
            return Type.NUMBER;
        }
        Kind kind = Types.kind(type);
        if (kind == null) {
            return null;
        }
        return switch (kind) {
            case NULL, BOOLEAN, FUNCTION, REGEX, NAMESPACE -> null;
            case STRING, CDATA -> Fit.of(type, Type.NUMBER) == Fit.NO ? null : Type.NUMBER;
            case NUMBER, KEY, COMPARABLE, SIMPLE, NAME_TYPE -> Type.NUMBER;
            default -> Type.ANY;
        };
    }

    private static @Nullable Type numbers(Type a, Type b) {
        Type x = number(a);
        Type y = number(b);
        return x == null || y == null ? null : x instanceof Type.Any || y instanceof Type.Any ? Type.ANY : Type.NUMBER;
    }

    static @Nullable Type plus(Type a, Type b) {
        if (isOpen(a)) {
            return Type.ANY;
        }
        if (isArray(a)) {
            return new Type.Array(Types.union(element(a), Types.widen(b)));
        }
        if (isTemporal(a)) {
            return Types.kind(b) == Kind.NUMBER || Types.kind(b) == Kind.NULL ? null : a;
        }
        if (a.equals(Type.PERIOD)) {
            return isTemporal(b) ? b : b.equals(Type.PERIOD) ? Type.NUMBER : Types.isNull(b) ? null : Type.ANY;
        }
        if (a instanceof Type.Object) {
            return Types.isNull(b) ? null : Type.ANY;
        }
        return numbers(a, b);
    }

    static @Nullable Type minus(Type a, Type b) {
        if (isOpen(a)) {
            return Type.ANY;
        }
        if (isArray(a)) {
            return a.equals(Type.RANGE) ? new Type.Array(Type.NUMBER) : a;
        }
        if (a instanceof Type.Object) {
            return Type.OBJECT;
        }
        if (isTemporal(a)) {
            return b.equals(Type.PERIOD) ? a : isTemporal(b) ? Type.PERIOD : Types.isNull(b) ? null : Type.ANY;
        }
        if (a.equals(Type.PERIOD)) {
            return isTemporal(b) ? b : b.equals(Type.PERIOD) ? Type.NUMBER : Types.isNull(b) ? null : Type.ANY;
        }
        return numbers(a, b);
    }

    static @Nullable Type times(Type a, Type b) {
        if (a.equals(Type.PERIOD) || b.equals(Type.PERIOD)) {
            Type other = number(a.equals(Type.PERIOD) ? b : a);
            return other == null ? null : Type.PERIOD;
        }
        Type result = numbers(a, b);
        return result != null && (isOpen(a) || isOpen(b)) ? Type.ANY : result;
    }

    static @Nullable Type divide(Type a, Type b) {
        return numbers(a, b);
    }

    static @Nullable Type compare(Type a, Type b) {
        return hasOrder(a) && hasOrder(b) ? Type.BOOLEAN : null;
    }

    private static boolean hasOrder(Type type) {
        return !(Types.isNull(type)
                || type instanceof Type.Array
                || type instanceof Type.Object
                || isFunction(type) && !isOpen(type));
    }

    static @Nullable Type concat(Type a, Type b) {
        if (isOpen(a) || isOpen(b)) {
            Type known = isOpen(a) ? b : a;
            if (isOpen(known)) {
                return Type.ANY;
            }
            if (Types.isNull(known) || isFunction(known)) {
                return null;
            }
            Kind kind = Types.kind(known);
            boolean text = kind == Kind.STRING || kind == Kind.NUMBER || kind == Kind.BOOLEAN;
            return text
                    ? Type.STRING
                    : isArray(known) ? Type.ARRAY : known instanceof Type.Object ? Type.OBJECT : Type.ANY;
        }
        if (isArray(a) && isArray(b)) {
            return array(a, b);
        }
        if (a instanceof Type.Object x && b instanceof Type.Object y) {
            return Types.limited(Literals.merged(x, y));
        }
        if (!hasText(a) || !hasText(b)) {
            return null;
        }
        Kind x = Types.kind(a);
        Kind y = Types.kind(b);
        if (x == null || y == null) {
            return Type.STRING;
        }
        Type joined = joined(x, y);
        if (joined == null) {
            joined = joined(y, x);
        }
        return joined != null ? joined : Type.STRING;
    }

    private static boolean hasText(Type type) {
        Kind kind = Types.kind(type);
        if (kind == null) {
            return type instanceof Type.TypeOfType;
        }
        return switch (kind) {
            case NULL, FUNCTION, RANGE, ITERATOR -> false;
            default -> true;
        };
    }

    private static @Nullable Type joined(Kind a, Kind b) {
        if (a == Kind.DATE) {
            return b == Kind.LOCAL_TIME
                    ? new Type.Simple(Kind.LOCAL_DATE_TIME)
                    : b == Kind.TIME || b == Kind.TIME_ZONE ? new Type.Simple(Kind.DATE_TIME) : null;
        }
        if (b == Kind.TIME_ZONE) {
            return a == Kind.LOCAL_DATE_TIME
                    ? new Type.Simple(Kind.DATE_TIME)
                    : a == Kind.LOCAL_TIME ? new Type.Simple(Kind.TIME) : null;
        }
        return null;
    }

    /** {@code <<} and {@code >>}: an array with one more item; a date in another zone stays what it is. */
    static Type append(Type array, Type item) {
        Type meaning = Types.resolve(array);
        return meaning instanceof Type.Array
                ? new Type.Array(Types.union(element(meaning), Types.widen(item)))
                : Type.ANY;
    }

    private static Type element(Type array) {
        Type item = Generics.item(array);
        return item == null ? Type.ANY : item;
    }
}
