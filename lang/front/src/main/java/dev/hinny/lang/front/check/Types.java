package dev.hinny.lang.front.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of types and made of them. */
final class Types {
    private static final int MEMBERS = 12;
    private static final int DEPTH = 16;
    private static final int SIZE = 1500;

    private Types() {}

    /** One of them; what another takes in is dropped. */
    public static Type union(Type... types) {
        return union(Arrays.asList(types));
    }

    /** One of them; what another takes in is dropped, and of very many only the sorts are kept. */
    public static Type union(Collection<Type> types) {
        List<Type> members = new ArrayList<>();
        boolean nullable = false;
        boolean rough = false;
        for (Type type : types) {
            for (Type member : type instanceof Type.Union u ? u.members() : List.of(type)) {
                if (member instanceof Type.Any) {
                    return Type.ANY;
                }
                if (member.equals(Type.NULL)) {
                    nullable = true;
                    continue;
                }
                add(members, rough ? sort(member) : member);
                if (members.size() > MEMBERS && !rough) {
                    rough = true;
                    List<Type> all = List.copyOf(members);
                    members.clear();
                    all.forEach(m -> add(members, sort(m)));
                }
                if (members.size() > MEMBERS) {
                    return Type.ANY;
                }
            }
        }
        if (nullable) {
            members.add(Type.NULL);
        }
        return members.isEmpty() ? Type.NOTHING : members.size() == 1 ? members.get(0) : new Type.Union(members);
    }

    private static Type sort(Type type) {
        return switch (type) {
            case Type.Literal l -> l.base();
            case Type.Object _ -> Type.OBJECT;
            case Type.Array _ -> Type.ARRAY;
            default -> type;
        };
    }

    private static void add(List<Type> members, Type member) {
        if (member instanceof Type.Nothing || members.contains(member)) {
            return;
        }
        if (member instanceof Type.Literal l) {
            if (members.contains(l.base())) {
                return;
            }
        } else {
            members.removeIf(m -> m instanceof Type.Literal l && l.base().equals(member) || covers(member, m));
            if (members.stream().anyMatch(m -> covers(m, member))) {
                return;
            }
        }
        members.add(member);
    }

    /** Whether an array or object of which nothing is known takes in another, or any array an empty one. */
    private static boolean covers(Type all, Type one) {
        return all.equals(Type.OBJECT) && one instanceof Type.Object
                || all instanceof Type.Array a
                        && one instanceof Type.Array b
                        && (a.item() instanceof Type.Any || b.item() instanceof Type.Nothing);
    }

    /** The members of a union, or the type alone; declared names are looked through. */
    static List<Type> members(Type type) {
        return members(type, 0);
    }

    private static List<Type> members(Type type, int depth) {
        return switch (type) {
            case Type.Union u -> {
                List<Type> all = new ArrayList<>();
                u.members().forEach(m -> all.addAll(members(m, depth + 1)));
                yield all;
            }
            case Type.Named n
            when depth < DEPTH -> {
                Type meaning = resolve(n);
                yield meaning instanceof Type.Union ? members(meaning, depth + 1) : List.of(n);
            }
            default -> List.of(type);
        };
    }

    /** The type behind declared names and bounds of type parameters. */
    static Type resolve(Type type) {
        Type found = type;
        for (int i = 0; i < DEPTH; i++) {
            if (found instanceof Type.Named n) {
                found = n.resolve();
            } else if (found instanceof Type.Variable v) {
                found = v.bound();
            } else {
                return found;
            }
        }
        return Type.ANY;
    }

    /** Whether nothing is known of the type. */
    static boolean isUnknown(Type type) {
        return resolve(type) instanceof Type.Any;
    }

    static boolean isNull(Type type) {
        return resolve(type).equals(Type.NULL);
    }

    /** The type without null. */
    static Type withoutNull(Type type) {
        return type instanceof Type.Union u
                ? union(u.members().stream().filter(m -> !isNull(m)).toList())
                : isNull(type) ? Type.NOTHING : type;
    }

    /** Single values become all of their sort, as what a variable holds. */
    static Type widen(Type type) {
        return switch (type) {
            case Type.Literal l -> l.base();
            case Type.Union u -> union(u.members().stream().map(Types::widen).toList());
            default -> type;
        };
    }

    /** The kind of a simple type; null for any other. */
    static Type.@Nullable Kind kind(Type type) {
        return switch (type) {
            case Type.Simple s -> s.kind();
            case Type.Literal l -> ((Type.Simple) l.base()).kind();
            default -> null;
        };
    }

    /** The type itself, or a wider one where it has grown beyond reason. */
    static Type limited(Type type) {
        if (size(type, SIZE) <= SIZE) {
            return type;
        }
        return switch (type) {
            case Type.Object _ -> Type.OBJECT;
            case Type.Array _ -> Type.ARRAY;
            default -> Type.ANY;
        };
    }

    private static int size(Type type, int limit) {
        int size = 1;
        List<Type> parts = switch (type) {
            case Type.Array a -> List.of(a.item());
            case Type.Object o -> o.fields().stream().map(Type.Field::type).toList();
            case Type.Union u -> u.members();
            case Type.Intersection i -> i.members();
            case Type.Named n -> n.arguments();
            case Type.TypeOfType t -> List.of(t.type());
            case Type.Function f -> {
                List<Type> all = new ArrayList<>();
                f.parameters().forEach(p -> all.add(p.type()));
                all.add(f.result());
                yield all;
            }
            case Type.Any _, Type.Nothing _, Type.Simple _, Type.Literal _, Type.Variable _ -> List.of();
        };
        for (Type part : parts) {
            if (size > limit) {
                return size;
            }
            size += size(part, limit - size);
        }
        return size;
    }

    static boolean same(java.lang.Object a, java.lang.Object b) {
        return a instanceof BigDecimal x && b instanceof BigDecimal y ? x.compareTo(y) == 0 : a.equals(b);
    }

    /**
     * Whether every value of the one type is of the other as it is, without coercion. Functions are not looked into: any
     * function can be passed where one is expected.
     */
    public static boolean assignable(Type from, Type to) {
        return assignable(from, to, 0);
    }

    private static boolean assignable(Type from, Type to, int depth) {
        if (to instanceof Type.Any || from instanceof Type.Nothing || from.equals(to)) {
            return true;
        }
        if (depth > DEPTH || from instanceof Type.Any) {
            return false;
        }
        int next = depth + 1;
        return switch (from) {
            case Type.Named n -> assignable(resolve(n), to, next);
            case Type.Variable v -> assignable(v.bound(), to, next);
            case Type.Union u -> u.members().stream().allMatch(m -> assignable(m, to, next));
            case Type.Intersection i
            when !(to instanceof Type.Intersection) -> i.members().stream().anyMatch(m -> assignable(m, to, next));
            default ->
                switch (to) {
                    case Type.Named n -> assignable(from, resolve(n), next);
                    case Type.Variable v -> assignable(from, v.bound(), next);
                    case Type.Union u -> u.members().stream().anyMatch(m -> assignable(from, m, next));
                    case Type.Intersection i -> i.members().stream().allMatch(m -> assignable(from, m, next));
                    case Type.Simple s -> toSimple(from, s.kind());
                    case Type.Literal l -> from instanceof Type.Literal k && same(k.value(), l.value());
                    case Type.Array a ->
                        from instanceof Type.Array f && assignable(f.item(), a.item(), next)
                                || from.equals(Type.RANGE) && assignable(Type.NUMBER, a.item(), next);
                    case Type.Object o -> from instanceof Type.Object f && toObject(f, o, next);
                    case Type.Function _ -> from instanceof Type.Function || from.equals(Type.FUNCTION);
                    case Type.TypeOfType _ -> from instanceof Type.TypeOfType;
                    case Type.Any _, Type.Nothing _ -> false;
                };
        };
    }

    private static boolean toSimple(Type from, Type.Kind to) {
        Type.Kind kind = kind(from);
        if (kind != null) {
            return kind.isPartOf(to);
        }
        return to == Type.Kind.FUNCTION && from instanceof Type.Function
                || to == Type.Kind.ITERATOR && from instanceof Type.Array;
    }

    private static boolean toObject(Type.Object from, Type.Object to, int depth) {
        for (Type.Field field : to.fields()) {
            if (field.name() == null) {
                continue;
            }
            Type.Field own = from.field(field.name());
            if (own == null) {
                if (!field.optional() || from.isOpen()) {
                    return false;
                }
            } else if (own.optional() && !field.optional()
                    || own.repeated() && !field.repeated()
                    || !field.attributes().isEmpty()
                    || !assignable(own.type(), field.type(), depth)) {
                return false;
            }
        }
        if (to.extent() == Type.Extent.OPEN) {
            return true;
        }
        return !to.ordered()
                && !from.isOpen()
                && from.fields().stream().allMatch(f -> f.name() != null && to.field(f.name()) != null);
    }
}
