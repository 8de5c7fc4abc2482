package dev.hinny.lang.front.check;

/** Whether a value can be of two types at once. In doubt it can. */
final class Overlaps {
    private static final int DEPTH = 12;

    private Overlaps() {}

    static boolean disjoint(Type a, Type b) {
        return disjoint(a, b, 0);
    }

    private static boolean disjoint(Type first, Type second, int depth) {
        Type a = Types.resolve(first);
        Type b = Types.resolve(second);
        if (depth > DEPTH
                || a instanceof Type.Any
                || b instanceof Type.Any
                || a instanceof Type.Nothing
                || b instanceof Type.Nothing) {
            return false;
        }
        int next = depth + 1;
        if (a instanceof Type.Union u) {
            return u.members().stream().allMatch(m -> disjoint(m, b, next));
        }
        if (b instanceof Type.Union u) {
            return u.members().stream().allMatch(m -> disjoint(a, m, next));
        }
        if (a instanceof Type.Intersection i) {
            return i.members().stream().anyMatch(m -> disjoint(m, b, next));
        }
        if (b instanceof Type.Intersection i) {
            return i.members().stream().anyMatch(m -> disjoint(a, m, next));
        }
        if (a instanceof Type.Literal x && b instanceof Type.Literal y) {
            return !Types.same(x.value(), y.value());
        }
        Type.Kind x = Types.kind(a);
        Type.Kind y = Types.kind(b);
        if (x != null && y != null) {
            return disjoint(x, y);
        }
        if (x != null || y != null) {
            return x != null ? apart(x, b) : apart(java.util.Objects.requireNonNull(y), a);
        }
        if (a instanceof Type.Object o && b instanceof Type.Object p) {
            return objects(o, p, next) || objects(p, o, next);
        }
        return a.getClass() != b.getClass();
    }

    private static boolean disjoint(Type.Kind a, Type.Kind b) {
        if (a.isPartOf(b) || b.isPartOf(a) || a == Type.Kind.ENUM || b == Type.Kind.ENUM) {
            return false;
        }
        return !(isMixed(a) && isMixed(b));
    }

    private static boolean isMixed(Type.Kind kind) {
        return kind == Type.Kind.COMPARABLE || kind == Type.Kind.SIMPLE || kind == Type.Kind.NAME_TYPE;
    }

    /** A simple kind and a type with parts. */
    private static boolean apart(Type.Kind kind, Type type) {
        return switch (kind) {
            case ENUM -> false;
            case RANGE, ITERATOR -> !(type instanceof Type.Array);
            case FUNCTION -> !(type instanceof Type.Function);
            default -> true;
        };
    }

    private static boolean objects(Type.Object a, Type.Object b, int depth) {
        for (Type.Field field : b.fields()) {
            if (field.name() == null || field.optional()) {
                continue;
            }
            Type.Field own = a.field(field.name());
            if (own == null ? !a.isOpen() : !own.optional() && disjoint(own.type(), field.type(), depth)) {
                return true;
            }
        }
        return false;
    }
}
