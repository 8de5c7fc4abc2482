package dev.hinny.lang.front.check;

import java.math.BigDecimal;
import java.util.List;

/** Whether a value of one type is taken where another is expected, with the coercions that a call does to its arguments. */
enum Fit {
    /** It can be. */
    YES,
    /** Only when an array has no items, or nobody looks at them. */
    DOUBTFUL,
    /** Whatever the value is, it is refused. */
    NO;

    private static final int DEPTH = 12;

    static Fit of(Type found, Type expected) {
        return of(found, expected, 0);
    }

    private Fit or(Fit other) {
        return compareTo(other) <= 0 ? this : other;
    }

    private Fit and(Fit other) {
        return compareTo(other) >= 0 ? this : other;
    }

    private static Fit of(boolean fits) {
        return fits ? YES : NO;
    }

    private static Fit of(Type first, Type second, int depth) {
        Type found = Types.resolve(first);
        Type expected = Types.resolve(second);
        if (depth > DEPTH
                || found instanceof Type.Any
                || found instanceof Type.Nothing
                || expected instanceof Type.Any
                || found.equals(expected)) {
            return YES;
        }
        int next = depth + 1;
        if (found instanceof Type.Union u) {
            return u.members().stream().map(m -> of(m, expected, next)).reduce(NO, Fit::or);
        }
        if (found instanceof Type.Intersection i) {
            return i.members().stream().map(m -> of(m, expected, next)).reduce(NO, Fit::or);
        }
        return switch (expected) {
            case Type.Union u ->
                u.members().stream().map(m -> of(found, m, next)).reduce(NO, Fit::or);
            case Type.Intersection i ->
                i.members().stream().map(m -> of(found, m, next)).reduce(YES, Fit::and);
            case Type.Simple s -> of(simple(found, s.kind()));
            case Type.Literal l -> of(literal(found, l));
            case Type.Array a -> array(found, a.item(), next);
            case Type.Object o ->
                found instanceof Type.Object f ? object(f, o, next) : of(Type.Kind.ENUM == Types.kind(found));
            case Type.Function _ -> of(!found.equals(Type.NULL));
            case Type.TypeOfType _ -> of(found instanceof Type.TypeOfType);
            case Type.Nothing _ -> NO;
            case Type.Any _, Type.Variable _, Type.Named _ -> YES;
        };
    }

    private static boolean simple(Type found, Type.Kind to) {
        Type.Kind kind = Types.kind(found);
        if (kind == null) {
            return switch (to) {
                case FUNCTION -> found instanceof Type.Function;
                case ITERATOR, RANGE -> found instanceof Type.Array;
                case NAMESPACE -> found instanceof Type.Object;
                case ENUM -> true;
                case STRING, CDATA, KEY, URI, COMPARABLE, SIMPLE -> found instanceof Type.TypeOfType;
                default -> false;
            };
        }
        if (kind.isPartOf(to) || kind == Type.Kind.ENUM || to == Type.Kind.ENUM) {
            return true;
        }
        return switch (kind) {
            case NULL, FUNCTION -> false;
            case COMPARABLE, SIMPLE, NAME_TYPE -> true;
            case RANGE, ITERATOR -> to == Type.Kind.ITERATOR || to == Type.Kind.RANGE || isText(to);
            case STRING, CDATA, KEY ->
                found instanceof Type.Literal l && l.value() instanceof String text && !reads(text, to)
                        ? false
                        : to != Type.Kind.NULL && to != Type.Kind.FUNCTION && to != Type.Kind.RANGE;
            default ->
                isText(to)
                        || switch (to) {
                            case NUMBER -> kind.isTemporal() || kind == Type.Kind.PERIOD || kind == Type.Kind.BINARY;
                            case BINARY -> kind == Type.Kind.NUMBER;
                            case DATE, DATE_TIME, LOCAL_DATE_TIME, LOCAL_TIME, TIME ->
                                kind.isTemporal() || kind == Type.Kind.NUMBER;
                            case TIME_ZONE -> kind.isTemporal();
                            case PERIOD -> kind == Type.Kind.NUMBER;
                            default -> false;
                        };
        };
    }

    /** Whether a text can stand for a value of the kind; in doubt it can. */
    private static boolean reads(String text, Type.Kind kind) {
        return switch (kind) {
            case NUMBER, DATE, DATE_TIME, LOCAL_DATE_TIME, LOCAL_TIME, TIME, PERIOD ->
                text.chars().anyMatch(Character::isDigit);
            case BOOLEAN ->
                text.strip().equalsIgnoreCase("true") || text.strip().equalsIgnoreCase("false");
            default -> true;
        };
    }

    private static boolean isText(Type.Kind kind) {
        return switch (kind) {
            case STRING, CDATA, KEY, URI, COMPARABLE, SIMPLE -> true;
            default -> false;
        };
    }

    private static boolean literal(Type found, Type.Literal expected) {
        if (!(found instanceof Type.Literal literal)) {
            Type.Kind kind = Types.kind(found);
            return kind != null && kind != Type.Kind.NULL && kind != Type.Kind.FUNCTION;
        }
        if (Types.same(literal.value(), expected.value())
                || literal.value().toString().equalsIgnoreCase(expected.value().toString())) {
            return true;
        }
        BigDecimal a = number(literal.value());
        BigDecimal b = number(expected.value());
        return a != null && b != null && a.compareTo(b) == 0;
    }

    private static @org.jspecify.annotations.Nullable BigDecimal number(Object value) {
        try {
            return value instanceof BigDecimal n
                    ? n
                    : new BigDecimal(value.toString().strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static Fit array(Type found, Type item, int depth) {
        if (found.equals(Type.RANGE)) {
            return of(Type.NUMBER, item, depth) == YES ? YES : DOUBTFUL;
        }
        if (found instanceof Type.Array a) {
            return of(a.item(), item, depth) == YES ? YES : DOUBTFUL;
        }
        return of(found instanceof Type.Simple s && (s.kind() == Type.Kind.ITERATOR || s.kind() == Type.Kind.ENUM));
    }

    /** A call looks into an object only when the type wants something of it. */
    private static Fit object(Type.Object found, Type.Object expected, int depth) {
        List<Type.Field> fields = expected.fields();
        if (fields.isEmpty() && expected.extent() == Type.Extent.OPEN
                || expected.extent() == Type.Extent.OPEN
                        && fields.stream().allMatch(f -> f.optional() || f.name() == null)) {
            return YES;
        }
        Fit fit = YES;
        for (Type.Field field : fields) {
            if (field.name() == null) {
                continue;
            }
            Type.Field own = found.field(field.name());
            if (own == null) {
                fit = fit.and(of(field.optional() || field.repeated() || found.isOpen()));
            } else if (!own.optional()) {
                fit = fit.and(of(own.type(), field.type(), depth));
            }
        }
        if (expected.extent() != Type.Extent.OPEN && !expected.isOpen()) {
            for (Type.Field own : found.fields()) {
                if (own.name() != null && !own.optional() && expected.field(own.name()) == null) {
                    fit = NO;
                }
            }
        }
        return fit;
    }
}
