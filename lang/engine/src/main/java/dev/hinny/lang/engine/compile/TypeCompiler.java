package dev.hinny.lang.engine.compile;

import dev.hinny.base.SourceSpan;
import dev.hinny.base.Suggestion;
import dev.hinny.lang.engine.node.OperatorNodes;
import dev.hinny.lang.engine.node.VariableNodes;
import dev.hinny.lang.engine.type.Type;
import dev.hinny.lang.engine.type.Type.Kind;
import dev.hinny.lang.engine.value.Namespace;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.front.Directive;
import dev.hinny.lang.front.Expression;
import dev.hinny.lang.front.FieldType;
import dev.hinny.lang.front.QualifiedName;
import dev.hinny.lang.front.TypeExpression;
import dev.hinny.lang.front.TypeParameter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Type expressions to types. */
final class TypeCompiler {
    private static final Map<String, Kind> KINDS = kinds();

    private final Session session;

    /** Types whose definitions are being compiled: what they say about themselves is the same type, made once. */
    private final Map<Directive.TypeAlias, Type> compiling = Collections.synchronizedMap(new IdentityHashMap<>());

    TypeCompiler(Session session) {
        this.session = session;
    }

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new HashMap<>();
        for (Kind kind : Kind.values()) {
            kinds.put(kind.typeName(), kind);
        }
        return kinds;
    }

    /** The type; Any with a problem noted where it makes no sense. */
    Type compile(TypeExpression expression, Scope scope) {
        return switch (expression) {
            case TypeExpression.Missing _, TypeExpression.Undefined _, TypeExpression.Dynamic _ -> Type.ANY;
            case TypeExpression.Reference reference -> reference(reference, scope);
            case TypeExpression.Field field -> field(compile(field.target(), scope), field, scope);
            case TypeExpression.Literal literal -> literal(literal.literal(), scope);
            case TypeExpression.ObjectOf object -> object(object, scope);
            case TypeExpression.Function function -> function(function, scope);
            case TypeExpression.Union union ->
                new Type.Union(
                        union.members().stream().map(m -> compile(m, scope)).toList());
            case TypeExpression.Intersection all ->
                new Type.Intersection(
                        all.members().stream().map(m -> compile(m, scope)).toList());
            case TypeExpression.WithMetadata with -> withMetadata(with, scope);
        };
    }

    private Type reference(TypeExpression.Reference reference, Scope scope) {
        List<Type> arguments =
                reference.arguments().stream().map(a -> compile(a, scope)).toList();
        Type found = find(reference.name(), arguments, scope);
        if (found == null) {
            session.problems.error(
                    "UNKNOWN-TYPE",
                    reference.span(),
                    "there is no type '" + reference.name() + "'",
                    Suggestion.didYouMean(reference.name().name(), KINDS.keySet(), ""));
            return Type.ANY;
        }
        return found;
    }

    /** The type of a name; null when there is none. */
    @Nullable
    Type find(QualifiedName name, List<Type> arguments, Scope scope) {
        String text = name.name();
        if (!name.isSimple()) {
            ModuleUnit module = session.names.module(name, scope);
            return module == null ? null : module.type(text, arguments);
        }
        Type parameter = scope.typeParameter(text);
        if (parameter != null) {
            return parameter;
        }
        Directive.TypeAlias alias = scope.alias(text);
        if (alias != null) {
            return alias(alias, arguments, scope);
        }
        for (Scope.Import imported : scope.imports()) {
            boolean all = imported.all() && !imported.module().isInternal(text);
            String member = all ? text : imported.names().get(text);
            Type type = member == null ? null : imported.module().type(member, arguments);
            if (type != null) {
                return type;
            }
        }
        Type builtIn = builtIn(text, arguments);
        if (builtIn != null || scope.unit().name().equals("dw::Core")) {
            return builtIn;
        }
        return Library.core().type(text, arguments);
    }

    private static @Nullable Type builtIn(String name, List<Type> arguments) {
        Kind kind = KINDS.get(name);
        if (kind == null) {
            return switch (name) {
                case "Dictionary" ->
                    new Type.Object(
                            List.of(new Type.Field(
                                    null,
                                    null,
                                    arguments.isEmpty() ? Type.ANY : arguments.get(0),
                                    false,
                                    false,
                                    List.of())),
                            true,
                            false);
                case "CDATA" -> new Type.Simple(Kind.CDATA, Schema.NONE);
                default -> null;
            };
        }
        return switch (kind) {
            case ANY -> Type.ANY;
            case NULL -> Type.NULL;
            case STRING -> Type.STRING;
            case NUMBER -> Type.NUMBER;
            case BOOLEAN -> Type.BOOLEAN;
            case ARRAY -> new Type.Array(arguments.isEmpty() ? Type.ANY : arguments.get(0));
            case OBJECT -> new Type.Object(List.of(), true, false);
            case FUNCTION -> new Type.Function(List.of(), Type.ANY);
            default ->
                arguments.isEmpty() ? new Type.Simple(kind, Schema.NONE) : new Type.Parameterized(kind, arguments);
        };
    }

    /** Compiles a declared type at once, so that its problems are found. */
    Type check(Directive.TypeAlias alias, Scope scope) {
        if (isCircular(alias.type(), alias, scope, new HashSet<>())) {
            String name = alias.name().text();
            session.problems.error(
                    "CIRCULAR-TYPE",
                    alias.name().span(),
                    "the type '" + name + "' is nothing but itself",
                    "a type may stand inside its own fields, as in {next?: " + name + "}");
            return Type.ANY;
        }
        return alias(alias, List.of(), scope) instanceof Type.Named named ? named.resolve() : Type.ANY;
    }

    /** Whether the way from a type through names, choices and selections comes back to an alias. */
    private static boolean isCircular(
            TypeExpression type, Directive.TypeAlias sought, Scope scope, Set<Directive.TypeAlias> seen) {
        return switch (type) {
            case TypeExpression.Reference reference -> {
                Directive.TypeAlias named = reference.name().isSimple()
                        ? scope.alias(reference.name().name())
                        : null;
                yield named != null
                        && (named == sought
                                || seen.add(named) && isCircular(named.type(), sought, scope, seen));
            }
            case TypeExpression.Union union ->
                union.members().stream().anyMatch(m -> isCircular(m, sought, scope, seen));
            case TypeExpression.Intersection all ->
                all.members().stream().anyMatch(m -> isCircular(m, sought, scope, seen));
            case TypeExpression.WithMetadata with -> isCircular(with.type(), sought, scope, seen);
            default -> false;
        };
    }

    /** A declared type with its parameters replaced. */
    Type alias(Directive.TypeAlias alias, List<Type> arguments, Scope scope) {
        Type pending = arguments.isEmpty() ? compiling.get(alias) : null;
        if (pending != null) {
            return pending;
        }
        Supplier<Type> definition = new Supplier<>() {
            private final Type self = new Type.Named(alias.name().text(), this);
            private @Nullable Type made;

            @Override
            public Type get() {
                Type known = made;
                if (known == null) {
                    if (arguments.isEmpty()) {
                        compiling.put(alias, self);
                    }
                    try {
                        known = define(alias, arguments, scope.block());
                    } finally {
                        compiling.remove(alias, self);
                    }
                    made = known;
                }
                return known;
            }
        };
        return new Type.Named(alias.name().text(), definition);
    }

    private Type define(Directive.TypeAlias alias, List<Type> arguments, Scope inner) {
        for (int i = 0; i < alias.typeParameters().size(); i++) {
            TypeParameter parameter = alias.typeParameters().get(i);
            inner.typeParameter(
                    parameter.name().text(), i < arguments.size() ? arguments.get(i) : variable(parameter, inner));
        }
        return compile(alias.type(), inner);
    }

    /** Declares type parameters in a scope. */
    void declare(List<TypeParameter> parameters, Scope scope) {
        for (TypeParameter parameter : parameters) {
            scope.typeParameter(parameter.name().text(), variable(parameter, scope));
        }
    }

    private Type variable(TypeParameter parameter, Scope scope) {
        Type bound = parameter.bound() == null ? Type.ANY : compile(parameter.bound(), scope);
        return new Type.Variable(parameter.name().text(), bound);
    }

    private Type field(Type target, TypeExpression.Field field, Scope scope) {
        String name = field.name().name() instanceof Expression.StringLiteral s ? s.value() : "";
        String uri =
                field.name().prefix() == null ? null : namespaceUri(field.name().prefix(), field.span(), scope);
        Supplier<Type> later = () -> fieldOf(target, name, uri);
        return new Type.Named(name, later);
    }

    private @Nullable String namespaceUri(String prefix, SourceSpan span, Scope scope) {
        Namespace namespace = session.names.namespace(prefix, span, scope);
        return namespace == null ? null : namespace.uri();
    }

    private static Type fieldOf(Type target, String name, @Nullable String uri) {
        return switch (target) {
            case Type.Named n -> fieldOf(n.resolve(), name, uri);
            case Type.Object o -> {
                for (Type.Field field : o.fields()) {
                    if (name.equals(field.name())
                            && (uri == null ? field.namespace() == null : uri.equals(field.namespace()))) {
                        yield field.type();
                    }
                }
                yield Type.ANY;
            }
            case Type.Union u ->
                new Type.Union(u.types().stream()
                        .map(t -> fieldOf(t, name, uri))
                        .filter(t -> t != Type.ANY)
                        .toList());
            case Type.Intersection i -> {
                for (Type part : i.types()) {
                    Type found = fieldOf(part, name, uri);
                    if (found != Type.ANY) {
                        yield found;
                    }
                }
                yield Type.ANY;
            }
            default -> Type.ANY;
        };
    }

    private Type literal(Expression literal, Scope scope) {
        return session.expressions.compile(literal, scope) instanceof VariableNodes.Constant constant
                ? new Type.Literal(constant.value())
                : Type.ANY;
    }

    private Type object(TypeExpression.ObjectOf object, Scope scope) {
        List<Type.Field> fields = new ArrayList<>();
        for (FieldType field : object.fields()) {
            Type type = compile(field.type(), scope);
            List<Type.Field> attributes = new ArrayList<>();
            for (FieldType.AttributeType attribute : field.attributes()) {
                attributes.add(field(
                        attribute.key(),
                        compile(attribute.type(), scope),
                        attribute.optional(),
                        false,
                        List.of(),
                        attribute.span(),
                        scope));
            }
            fields.add(field(field.key(), type, field.optional(), field.repeated(), attributes, field.span(), scope));
        }
        return new Type.Object(List.copyOf(fields), !object.closed(), object.ordered());
    }

    private Type.Field field(
            FieldType.Key key,
            Type type,
            boolean optional,
            boolean repeated,
            List<Type.Field> attributes,
            SourceSpan span,
            Scope scope) {
        return switch (key) {
            case FieldType.Key.Named named ->
                new Type.Field(
                        named.name(),
                        named.prefix() == null ? null : namespaceUri(named.prefix(), span, scope),
                        type,
                        optional,
                        repeated,
                        attributes);
            case FieldType.Key.Any _, FieldType.Key.Parameter _ ->
                new Type.Field(null, null, type, false, false, attributes);
        };
    }

    private Type function(TypeExpression.Function function, Scope scope) {
        Scope inner = scope.block();
        declare(function.typeParameters(), inner);
        return new Type.Function(
                function.parameters().stream()
                        .map(p -> compile(p.type(), inner))
                        .toList(),
                function.parameters().stream()
                        .map(TypeExpression.FunctionParameter::optional)
                        .toList(),
                compile(function.result(), inner));
    }

    private Type withMetadata(TypeExpression.WithMetadata with, Scope scope) {
        Type type = compile(with.type(), scope);
        Map<String, Value> properties = new LinkedHashMap<>();
        for (TypeExpression.MetadataEntry entry : with.entries()) {
            if (session.expressions.compile(entry.value(), scope) instanceof VariableNodes.Constant constant) {
                properties.put(entry.name().text(), constant.value());
            }
        }
        return withSchema(type, new Schema(properties));
    }

    private static Type withSchema(Type type, Schema schema) {
        return switch (type) {
            case Type.Simple s -> new Type.Simple(s.kind(), s.schema().merge(schema));
            case Type.Object o
            when !schema.isEmpty() -> {
                Type marked = new Type.Simple(Kind.OBJECT, schema);
                yield o.fields().isEmpty() && o.open() ? marked : new Type.Intersection(List.of(o, marked));
            }
            case Type.Array a
            when !schema.isEmpty() -> new Type.Intersection(List.of(a, new Type.Simple(Kind.ARRAY, schema)));
            case Type.Named n -> schema.isEmpty() ? n : new Type.Named(n.name(), () -> withSchema(n.resolve(), schema));
            default -> type;
        };
    }

    /** The properties behind a type that are not constant; empty when all are. */
    OperatorNodes.DynamicProperty[] dynamicProperties(TypeExpression type, Scope scope) {
        if (!(type instanceof TypeExpression.WithMetadata with)) {
            return new OperatorNodes.DynamicProperty[0];
        }
        List<OperatorNodes.DynamicProperty> dynamic = new ArrayList<>();
        for (TypeExpression.MetadataEntry entry : with.entries()) {
            var value = session.expressions.compile(entry.value(), scope);
            if (!(value instanceof VariableNodes.Constant) || entry.condition() != null) {
                dynamic.add(new OperatorNodes.DynamicProperty(
                        entry.name().text(),
                        value,
                        entry.condition() == null ? null : session.expressions.compile(entry.condition(), scope)));
            }
        }
        return dynamic.toArray(OperatorNodes.DynamicProperty[]::new);
    }
}
