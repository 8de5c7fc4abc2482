package dev.hinny.lang.front.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the type parameters of one call stand for, learned from its arguments. */
final class Generics {
    private static final int DEPTH = 12;

    private final List<Type.Variable> variables;
    private final Map<String, Type> bound = new HashMap<>();
    private final Set<String> given = new HashSet<>();

    Generics(List<Type.Variable> variables) {
        this.variables = variables;
    }

    /** Learns from an argument. */
    void learn(Type parameter, Type argument) {
        if (!variables.isEmpty()) {
            learn(parameter, argument, 0);
        }
    }

    /** Sets a type parameter that the call names. */
    void set(int index, Type type) {
        if (index < variables.size()) {
            bound.put(variables.get(index).name(), type);
            given.add(variables.get(index).name());
        }
    }

    private boolean isVariable(Type.Variable variable) {
        return variables.stream().anyMatch(v -> v.name().equals(variable.name()));
    }

    private boolean isOwn(Type type) {
        return type instanceof Type.Variable v && isVariable(v);
    }

    private void learn(Type parameter, Type argument, int depth) {
        if (depth > DEPTH) {
            return;
        }
        int next = depth + 1;
        switch (parameter) {
            case Type.Variable v -> {
                if (isVariable(v) && !given.contains(v.name())) {
                    Type known = bound.get(v.name());
                    Type type = Types.widen(argument);
                    bound.put(v.name(), known == null ? type : Types.union(known, type));
                }
            }
            case Type.Array a -> {
                Type item = item(argument);
                if (item != null) {
                    learn(a.item(), item, next);
                }
            }
            case Type.Function f -> {
                if (Types.resolve(argument) instanceof Type.Function given) {
                    learn(f.result(), given.result(), next);
                } else if (!Types.isUnknown(argument) && !isFunction(argument)) {
                    learn(f.result(), argument, next);
                } else {
                    learn(f.result(), Type.ANY, next);
                }
            }
            case Type.Object o -> learnObject(o, argument, next);
            case Type.Named n -> {
                if (argument instanceof Type.Named given
                        && given.definition() == n.definition()
                        && given.arguments().size() == n.arguments().size()) {
                    for (int i = 0; i < n.arguments().size(); i++) {
                        learn(n.arguments().get(i), given.arguments().get(i), next);
                    }
                } else {
                    learn(n.resolve(), argument, next);
                }
            }
            case Type.Union u -> learnUnion(u, argument, next);
            case Type.TypeOfType t -> {
                if (Types.resolve(argument) instanceof Type.TypeOfType given) {
                    learn(t.type(), given.type(), next);
                }
            }
            case Type.Intersection _, Type.Any _, Type.Nothing _, Type.Simple _, Type.Literal _ -> {}
        }
    }

    private void learnObject(Type.Object parameter, Type argument, int depth) {
        if (Types.resolve(argument) instanceof Type.Object given) {
            for (Type.Field field : parameter.fields()) {
                Type.Field own = field.name() == null ? null : given.field(field.name());
                if (own != null) {
                    learn(field.type(), own.type(), depth);
                } else if (field.name() == null) {
                    learn(field.type(), values(given), depth);
                }
                if (field.key() != null) {
                    learn(field.key(), Type.KEY, depth);
                }
            }
        } else if (Types.isUnknown(argument)) {
            parameter.fields().forEach(f -> learn(f.type(), Type.ANY, depth));
        }
    }

    /** Members that are no type parameters take what fits them; a type parameter beside them takes what is left. */
    private void learnUnion(Type.Union parameter, Type argument, int depth) {
        boolean all = true;
        for (Type given : Types.members(argument)) {
            boolean taken = false;
            for (Type member : parameter.members()) {
                if (!isOwn(member) && !Overlaps.disjoint(given, member)) {
                    learn(member, given, depth);
                    taken |= !Types.isUnknown(given);
                }
            }
            for (Type member : parameter.members()) {
                if (isOwn(member) && !taken) {
                    learn(member, given, depth);
                }
            }
            all &= taken;
        }
        for (Type member : parameter.members()) {
            if (all && member instanceof Type.Variable v && isOwn(v)) {
                bound.putIfAbsent(v.name(), Type.NOTHING);
            }
        }
    }

    /** What can stand under any key of an object. */
    private static Type values(Type.Object object) {
        boolean open =
                object.extent() == Type.Extent.OPEN && object.fields().stream().noneMatch(f -> f.name() == null);
        return open
                ? Type.ANY
                : Types.union(object.fields().stream().map(Type.Field::type).toList());
    }

    private static boolean isFunction(Type type) {
        Type meaning = Types.resolve(type);
        return meaning.equals(Type.FUNCTION)
                || meaning instanceof Type.Function
                || meaning instanceof Type.Intersection
                || meaning instanceof Type.Union;
    }

    /** What the items of a value are; null when it has none. */
    static @Nullable Type item(Type type) {
        List<Type> items = new ArrayList<>();
        for (Type member : Types.members(type)) {
            switch (Types.resolve(member)) {
                case Type.Array a -> items.add(a.item());
                case Type.Simple s when s.kind() == Type.Kind.RANGE -> items.add(Type.NUMBER);
                case Type.Simple s when s.kind() == Type.Kind.ITERATOR -> items.add(Type.ANY);
                case Type.Any _ -> items.add(Type.ANY);
                default -> {}
            }
        }
        return items.isEmpty() ? null : Types.union(items);
    }

    /** The type with what is known of the type parameters; what is not known is its bound. */
    Type substitute(Type type) {
        return variables.isEmpty() ? type : substitute(type, 0);
    }

    private Type substitute(Type type, int depth) {
        if (depth > DEPTH) {
            return Type.ANY;
        }
        int next = depth + 1;
        return switch (type) {
            case Type.Variable v -> {
                Type known = isVariable(v) ? bound.get(v.name()) : v;
                yield known == null ? v.bound() : known;
            }
            case Type.Array a -> new Type.Array(substitute(a.item(), next));
            case Type.Object o ->
                new Type.Object(
                        o.fields().stream()
                                .map(f -> new Type.Field(
                                        f.name(),
                                        f.prefix(),
                                        substitute(f.type(), next),
                                        f.optional(),
                                        f.repeated(),
                                        f.attributes(),
                                        f.key() == null ? null : substitute(f.key(), next)))
                                .toList(),
                        o.extent(),
                        o.ordered());
            case Type.Function f ->
                new Type.Function(
                        f.typeParameters(),
                        f.parameters().stream()
                                .map(p -> new Type.Parameter(p.name(), substitute(p.type(), next), p.optional()))
                                .toList(),
                        substitute(f.result(), next));
            case Type.Union u ->
                Types.union(u.members().stream().map(m -> substitute(m, next)).toList());
            case Type.Intersection i ->
                new Type.Intersection(
                        i.members().stream().map(m -> substitute(m, next)).toList());
            case Type.Named n ->
                n.arguments().isEmpty()
                        ? n
                        : new Type.Named(
                                n.name(),
                                n.arguments().stream()
                                        .map(a -> substitute(a, next))
                                        .toList(),
                                n.definition());
            case Type.TypeOfType t -> new Type.TypeOfType(substitute(t.type(), next));
            case Type.Any _, Type.Nothing _, Type.Simple _, Type.Literal _ -> type;
        };
    }
}
