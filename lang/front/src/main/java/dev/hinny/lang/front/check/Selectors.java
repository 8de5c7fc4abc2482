package dev.hinny.lang.front.check;

import dev.hinny.base.Suggestion;
import dev.hinny.lang.front.Expression;
import dev.hinny.lang.front.KeyName;
import dev.hinny.lang.front.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What selectors find. */
final class Selectors {
    private final Session session;
    private int lenient;

    Selectors(Session session) {
        this.session = session;
    }

    /** Looks at an expression whose result may well be null. */
    Type lenient(Supplier<Type> work) {
        lenient++;
        try {
            return work.get();
        } finally {
            lenient--;
        }
    }

    /** The type once more, without notes. */
    Type quiet(Expression.Select select, Scope scope) {
        return session.recorder.muted(() -> select(select, scope));
    }

    Type select(Expression.Select select, Scope scope) {
        Type target = session.expressions.infer(select.target(), scope);
        Type found = found(select, target, scope);
        return switch (select.presence()) {
            case EXISTS -> Type.BOOLEAN;
            case ASSERT -> {
                Type there = Types.withoutNull(found);
                yield there instanceof Type.Nothing ? Type.ANY : there;
            }
            case NONE -> {
                String path = Names.path(select);
                Type narrowed = path == null ? null : scope.narrowed(path, Names.root(path));
                yield narrowed == null ? found : narrowed;
            }
        };
    }

    private Type found(Expression.Select select, Type target, Scope scope) {
        return switch (select.selector()) {
            case Selector.Named named -> named(select, named, target, scope);
            case Selector.Dynamic dynamic -> dynamic(select, dynamic, target, scope);
            case Selector.Filter filter -> filter(filter, target, scope);
            case Selector.Descendants _ -> Type.ARRAY;
            case Selector.Attributes _, Selector.NamespaceOf _ -> Type.ANY;
            case Selector.Metadata _ -> Type.ANY;
        };
    }

    private Type named(Expression.Select select, Selector.Named named, Type target, Scope scope) {
        session.names.namespace(named.name().prefix(), named.name().span(), scope);
        String name = text(named.name(), scope);
        if (named.deep()) {
            return named.kind() == Selector.Kind.VALUE || named.kind() == Selector.Kind.MULTI_VALUE
                    ? Types.union(Type.ARRAY, Type.NULL)
                    : Type.ANY;
        }
        if (name == null || named.name().prefix() != null) {
            return Type.ANY;
        }
        return switch (named.kind()) {
            case VALUE -> field(select, named.name(), name, target, scope);
            case MULTI_VALUE -> all(target, name);
            case PAIR -> Types.union(Type.OBJECT, Type.NULL);
            case ATTRIBUTE, MULTI_ATTRIBUTE, METADATA -> Type.ANY;
        };
    }

    /** The text of a name; null where it is only known when the script runs. */
    private @Nullable String text(KeyName.Fixed name, Scope scope) {
        if (name.name() instanceof Expression.StringLiteral text) {
            return text.value();
        }
        session.expressions.optional(name.name(), scope);
        return null;
    }

    private Type field(Expression.Select select, KeyName.Fixed key, String name, Type target, Scope scope) {
        List<Type> results = new ArrayList<>();
        List<Type> lacking = new ArrayList<>();
        boolean known = false;
        for (Type member : Types.members(target)) {
            Type meaning = Types.resolve(member);
            Type found = field(meaning, name);
            if (found == null) {
                continue;
            }
            results.add(found);
            known |= !Types.isNull(meaning) && !(meaning instanceof Type.Object && Types.isNull(found));
            if (meaning instanceof Type.Object && Types.isNull(found) && ((Type.Object) meaning).field(name) == null) {
                lacking.add(meaning);
            }
        }
        if (results.isEmpty()) {
            session.failure(
                    scope,
                    "WRONG-SELECTOR",
                    key.span(),
                    TypeText.withArticle(Types.widen(target)) + " has no field '" + name + "'",
                    "");
            return Type.ANY;
        }
        if (lenient == 0 && !known && !lacking.isEmpty() && select.presence() == Expression.Presence.NONE) {
            List<String> names = new ArrayList<>();
            for (Type object : lacking) {
                ((Type.Object) object).fields().forEach(f -> names.add(f.name() == null ? "" : f.name()));
            }
            session.warning(
                    scope,
                    "UNKNOWN-FIELD",
                    key.span(),
                    "there is no field '" + name + "' in " + TypeText.brief(lacking.get(0)) + ", the result is null",
                    Suggestion.didYouMean(name, names, ""));
        }
        return Types.union(results);
    }

    /** What a name finds in a value that is not of several types; null where asking fails. */
    static @Nullable Type field(Type target, String name) {
        return switch (target) {
            case Type.Object o -> {
                Type.Field field = o.field(name);
                if (field != null) {
                    yield field.optional() ? Types.union(field.type(), Type.NULL) : field.type();
                }
                Type.Field other = o.fields().stream()
                        .filter(f -> f.name() == null)
                        .findFirst()
                        .orElse(null);
                yield other != null ? Types.union(other.type(), Type.NULL) : o.isOpen() ? Type.ANY : Type.NULL;
            }
            case Type.Array a -> {
                List<Type> found = new ArrayList<>();
                for (Type item : Types.members(a.item())) {
                    Type meaning = Types.resolve(item);
                    if (meaning instanceof Type.Object || meaning instanceof Type.Any) {
                        Type field = field(meaning, name);
                        if (field != null && !Types.isNull(field)) {
                            found.add(field);
                        }
                    } else if (!(meaning instanceof Type.Simple || meaning instanceof Type.Array)) {
                        found.add(Type.ANY);
                    }
                }
                yield found.isEmpty() ? Type.NULL : Types.union(new Type.Array(Types.union(found)), Type.NULL);
            }
            case Type.Simple s -> simple(s.kind(), name);
            case Type.Literal l -> l.value() instanceof String ? Type.NULL : null;
            case Type.Function _ -> null;
            case Type.Any _,
                    Type.Nothing _,
                    Type.Union _,
                    Type.Intersection _,
                    Type.Variable _,
                    Type.Named _,
                    Type.TypeOfType _ -> Type.ANY;
        };
    }

    private static @Nullable Type simple(Type.Kind kind, String name) {
        return switch (kind) {
            case NULL, STRING, KEY, CDATA, NAME_TYPE -> Type.NULL;
            case NUMBER, BOOLEAN, BINARY, REGEX, FUNCTION -> null;
            case NAMESPACE -> name.equals("uri") || name.equals("prefix") ? Type.STRING : Type.NULL;
            case DATE, DATE_TIME, LOCAL_DATE_TIME, LOCAL_TIME, TIME, PERIOD ->
                TemporalFields.NAMES.contains(name) ? TemporalFields.type(name) : Type.ANY;
            case RANGE -> Type.NULL;
            case TIME_ZONE, URI, ITERATOR, ENUM, COMPARABLE, SIMPLE -> Type.ANY;
        };
    }

    private static Type all(Type target, String name) {
        List<Type> found = new ArrayList<>();
        for (Type member : Types.members(target)) {
            Type meaning = Types.resolve(member);
            Type field = meaning instanceof Type.Array || meaning instanceof Type.Object
                    ? field(meaning, name)
                    : Types.isNull(meaning) ? Type.NULL : Type.ANY;
            Type item = meaning instanceof Type.Array && field != null ? Generics.item(field) : field;
            if (item == null || item instanceof Type.Any) {
                return Types.union(Type.ARRAY, Type.NULL);
            }
            if (!Types.isNull(item)) {
                found.add(Types.withoutNull(item));
            }
        }
        return found.isEmpty() ? Type.NULL : Types.union(new Type.Array(Types.union(found)), Type.NULL);
    }

    private Type dynamic(Expression.Select select, Selector.Dynamic dynamic, Type target, Scope scope) {
        session.names.namespace(dynamic.prefix(), dynamic.span(), scope);
        Type key = session.expressions.infer(dynamic.key(), scope);
        if (dynamic.kind() != Selector.Kind.VALUE || dynamic.prefix() != null) {
            return Type.ANY;
        }
        Type.Kind kind = Types.kind(Types.resolve(key));
        List<Type> results = new ArrayList<>();
        for (Type member : Types.members(target)) {
            results.add(dynamic(Types.resolve(member), key, kind));
        }
        return Types.union(results);
    }

    private static Type dynamic(Type target, Type key, Type.@Nullable Kind kind) {
        if (Types.isNull(target)) {
            return Type.NULL;
        }
        if (key instanceof Type.Literal l && l.value() instanceof String name) {
            Type found = field(target, name);
            return found == null ? Type.ANY : found;
        }
        if (kind == Type.Kind.NUMBER) {
            Type item = Types.kind(target) == Type.Kind.STRING ? Type.STRING : Generics.item(target);
            return item == null || item instanceof Type.Any ? Type.ANY : Types.union(item, Type.NULL);
        }
        if (kind == Type.Kind.RANGE) {
            Type part = target.equals(Type.RANGE) ? new Type.Array(Type.NUMBER) : target;
            return part instanceof Type.Array || Types.kind(part) == Type.Kind.STRING
                    ? Types.union(Types.widen(part), Type.NULL)
                    : Type.ANY;
        }
        return Type.ANY;
    }

    private Type filter(Selector.Filter filter, Type target, Scope scope) {
        Type item = Generics.item(target);
        boolean array = Types.members(target).stream()
                .map(Types::resolve)
                .allMatch(t -> t instanceof Type.Array || t.equals(Type.RANGE) || Types.isNull(t));
        List<Type> expected = array && item != null ? List.of(item, Type.NUMBER) : List.of();
        if (filter.predicate() instanceof Expression.ImplicitLambda lambda) {
            Type function = session.functions.implicit(lambda, expected, scope);
            session.recorder.type(lambda.span(), function, scope);
        } else {
            Type _ = session.expressions.infer(filter.predicate(), scope);
        }
        return array && item != null ? Types.union(new Type.Array(item), Type.NULL) : Type.ANY;
    }
}
