package dev.hinny.lang.front.check;

import dev.hinny.base.Suggestion;
import dev.hinny.lang.front.Directive;
import dev.hinny.lang.front.Documentation;
import dev.hinny.lang.front.Expression;
import dev.hinny.lang.front.FieldType;
import dev.hinny.lang.front.QualifiedName;
import dev.hinny.lang.front.TypeExpression;
import dev.hinny.lang.front.TypeParameter;
import dev.hinny.lang.front.UnaryOperator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Type expressions to types. */
final class TypeReader {
    private static final Map<String, Type.Kind> KINDS = kinds();
    private static final Set<String> BUILT_IN = builtIn();

    private final Session session;

    TypeReader(Session session) {
        this.session = session;
    }

    private static Map<String, Type.Kind> kinds() {
        Map<String, Type.Kind> kinds = new HashMap<>();
        for (Type.Kind kind : Type.Kind.values()) {
            kinds.put(kind.typeName(), kind);
        }
        kinds.put("CDATA", Type.Kind.CDATA);
        return kinds;
    }

    private static Set<String> builtIn() {
        Set<String> names = new LinkedHashSet<>(List.of("Any", "Nothing", "Array", "Object", "Type", "Dictionary"));
        for (Type.Kind kind : Type.Kind.values()) {
            names.add(kind.typeName());
        }
        return names;
    }

    /** The names of the types that every script knows. */
    static Set<String> builtInNames() {
        return BUILT_IN;
    }

    /** The type; Any with an error noted where it makes no sense. */
    Type read(TypeExpression expression, Scope scope) {
        session.recorder.typePlace(expression.span(), scope);
        return switch (expression) {
            case TypeExpression.Missing _, TypeExpression.Undefined _, TypeExpression.Dynamic _ -> Type.ANY;
            case TypeExpression.Reference reference -> reference(reference, scope);
            case TypeExpression.Field field -> {
                Type target = read(field.target(), scope);
                session.names.namespace(field.name().prefix(), field.name().span(), scope);
                yield field.name().name() instanceof Expression.StringLiteral s ? field(target, s.value()) : Type.ANY;
            }
            case TypeExpression.Literal literal -> literal(literal.literal());
            case TypeExpression.ObjectOf object -> object(object, scope);
            case TypeExpression.Function function -> function(function, scope);
            case TypeExpression.Union union ->
                Types.union(union.members().stream().map(m -> read(m, scope)).toList());
            case TypeExpression.Intersection all ->
                new Type.Intersection(
                        all.members().stream().map(m -> read(m, scope)).toList());
            case TypeExpression.WithMetadata with -> {
                Type type = read(with.type(), scope);
                for (TypeExpression.MetadataEntry entry : with.entries()) {
                    session.expressions.infer(entry.value(), scope);
                    session.expressions.optional(entry.condition(), scope);
                }
                yield type;
            }
        };
    }

    /** The type again, without a note of what is wrong with it. */
    Type quiet(TypeExpression expression, Scope scope) {
        return session.recorder.muted(() -> read(expression, scope));
    }

    private Type reference(TypeExpression.Reference reference, Scope scope) {
        List<Type> arguments =
                reference.arguments().stream().map(a -> read(a, scope)).toList();
        Type found = find(reference.name(), arguments, scope, true);
        if (found == null) {
            if (session.recorder.records(scope)) {
                Set<String> known = new LinkedHashSet<>(BUILT_IN);
                for (Scope s = scope; s != null; s = s.outer()) {
                    known.addAll(s.ownTypes().keySet());
                    known.addAll(s.ownTypeParameters().keySet());
                }
                session.error(
                        scope,
                        "UNKNOWN-TYPE",
                        reference.span(),
                        "there is no type '" + reference.name() + "'",
                        Suggestion.didYouMean(reference.name().name(), known, ""));
            }
            return Type.ANY;
        }
        return found;
    }

    /** A type that is used as a value; null when there is none of the name. */
    @Nullable
    Declaration value(QualifiedName name, Scope scope) {
        Declaration declared = scope.typeParameter(name.name()) == null ? declared(name, scope) : null;
        if (declared != null) {
            return declared;
        }
        Type type = find(name, List.of(), scope, false);
        return type == null
                ? null
                : Declaration.value(name.name(), Symbol.Kind.TYPE, null, () -> new Type.TypeOfType(type));
    }

    private @Nullable Type find(QualifiedName name, List<Type> arguments, Scope scope, boolean note) {
        String text = name.name();
        if (name.isSimple()) {
            Type parameter = scope.typeParameter(text);
            if (parameter != null) {
                return parameter;
            }
        }
        Declaration declared = declared(name, scope);
        Type builtIn = name.isSimple() && (declared == null || declared.module().equals("dw::Core"))
                ? builtIn(text, arguments)
                : null;
        if (builtIn != null) {
            return builtIn;
        }
        if (declared == null) {
            return null;
        }
        if (note) {
            session.recorder.used(name, declared, scope);
        }
        Definition definition = declared.definition();
        return definition == null ? Type.ANY : new Type.Named(text, arguments, definition);
    }

    /** The declaration of a type: of the script, an import, or the core library. */
    private @Nullable Declaration declared(QualifiedName name, Scope scope) {
        String text = name.name();
        if (!name.isSimple()) {
            Module module = session.names.module(name, scope);
            return module == null ? null : module.type(text);
        }
        Declaration own = scope.type(text);
        if (own != null) {
            return own;
        }
        for (Scope.Import imported : scope.imports()) {
            boolean all = imported.all() && !imported.module().isInternal(text);
            String member = all ? text : imported.names().get(text);
            Declaration type = member == null ? null : imported.module().type(member);
            if (type != null) {
                imported.used().add(text);
                return type;
            }
        }
        return scope.unit().path().equals("dw::Core") ? null : Library.core().type(text);
    }

    private static @Nullable Type builtIn(String name, List<Type> arguments) {
        Type first = arguments.isEmpty() ? Type.ANY : arguments.get(0);
        return switch (name) {
            case "Any" -> Type.ANY;
            case "Nothing" -> Type.NOTHING;
            case "Array" -> new Type.Array(first);
            case "Object" -> Type.OBJECT;
            case "Type" -> new Type.TypeOfType(first);
            case "Dictionary" ->
                new Type.Object(
                        List.of(new Type.Field(null, null, first, false, false, List.of())), Type.Extent.OPEN, false);
            default -> {
                Type.Kind kind = KINDS.get(name);
                yield kind == null ? null : new Type.Simple(kind);
            }
        };
    }

    /** What a {@code type} directive declares. */
    Declaration declare(Directive.TypeAlias alias, Scope scope) {
        Definition definition = new Definition(arguments -> {
            Scope inner = scope.block();
            for (int i = 0; i < alias.typeParameters().size(); i++) {
                TypeParameter parameter = alias.typeParameters().get(i);
                inner.typeParameter(
                        parameter.name().text(), i < arguments.size() ? arguments.get(i) : variable(parameter, inner));
            }
            return read(alias.type(), inner);
        });
        Declaration made = Declaration.type(
                alias.name().text(),
                scope.unit().path(),
                alias.name().span(),
                definition,
                scope.outer() == null ? scope.unit().documentation(alias) : () -> Documentation.NONE);
        session.recorder.declared(alias.name(), made, scope);
        return made;
    }

    /** Declares type parameters in a scope. */
    List<Type.Variable> declare(List<TypeParameter> parameters, Scope scope) {
        List<Type.Variable> made = new ArrayList<>();
        for (TypeParameter parameter : parameters) {
            Type.Variable variable = variable(parameter, scope);
            scope.typeParameter(parameter.name().text(), variable);
            made.add(variable);
        }
        return made;
    }

    private Type.Variable variable(TypeParameter parameter, Scope scope) {
        Type bound = parameter.bound() == null ? Type.ANY : read(parameter.bound(), scope);
        return new Type.Variable(parameter.name().text(), bound);
    }

    private static Type field(Type target, String name) {
        return new Type.Named(target + "." + name, List.of(), new Definition(_ -> fieldOf(target, name, 0)));
    }

    private static Type fieldOf(Type target, String name, int depth) {
        if (depth > 10) {
            return Type.ANY;
        }
        return switch (Types.resolve(target)) {
            case Type.Object o -> {
                Type.Field field = o.field(name);
                yield field == null ? Type.ANY : field.type();
            }
            case Type.Union u ->
                Types.union(u.members().stream()
                        .map(m -> fieldOf(m, name, depth + 1))
                        .toList());
            case Type.Intersection i ->
                i.members().stream()
                        .map(m -> fieldOf(m, name, depth + 1))
                        .filter(t -> !(t instanceof Type.Any))
                        .findFirst()
                        .orElse(Type.ANY);
            default -> Type.ANY;
        };
    }

    /** The type with that one value. */
    static Type literal(Expression literal) {
        return switch (literal) {
            case Expression.StringLiteral s -> new Type.Literal(s.value());
            case Expression.BooleanLiteral b -> new Type.Literal(b.value());
            case Expression.NumberLiteral n -> number(n.text());
            case Expression.Unary(var _, UnaryOperator operator, Expression.NumberLiteral n)
            when operator == UnaryOperator.MINUS -> number("-" + n.text());
            case Expression.NullLiteral _ -> Type.NULL;
            default -> Type.ANY;
        };
    }

    private static Type number(String text) {
        try {
            return text.length() > 60 ? Type.NUMBER : new Type.Literal(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Type.NUMBER;
        }
    }

    private Type object(TypeExpression.ObjectOf object, Scope scope) {
        List<Type.Field> fields = new ArrayList<>();
        for (FieldType field : object.fields()) {
            List<Type.Field> attributes = new ArrayList<>();
            for (FieldType.AttributeType attribute : field.attributes()) {
                Type type = read(attribute.type(), scope);
                attributes.add(field(attribute.key(), type, attribute.optional(), false, List.of(), scope));
            }
            if (field.key() instanceof FieldType.Key.Named named) {
                session.names.namespace(named.prefix(), field.span(), scope);
            }
            Type type = read(field.type(), scope);
            fields.add(field(field.key(), type, field.optional(), field.repeated(), attributes, scope));
        }
        return new Type.Object(fields, object.closed() ? Type.Extent.CLOSED : Type.Extent.OPEN, object.ordered());
    }

    private static Type.Field field(
            FieldType.Key key,
            Type type,
            boolean optional,
            boolean repeated,
            List<Type.Field> attributes,
            Scope scope) {
        return switch (key) {
            case FieldType.Key.Named named ->
                new Type.Field(named.name(), named.prefix(), type, optional, repeated, attributes);
            case FieldType.Key.Any _ -> new Type.Field(null, null, type, false, false, attributes);
            case FieldType.Key.Parameter it ->
                new Type.Field(
                        null,
                        null,
                        type,
                        false,
                        false,
                        attributes,
                        scope.typeParameter(it.parameter().name().text()));
        };
    }

    private Type function(TypeExpression.Function function, Scope scope) {
        Scope inner = scope.block();
        List<Type.Variable> variables = declare(function.typeParameters(), inner);
        List<Type.Parameter> parameters = new ArrayList<>();
        for (TypeExpression.FunctionParameter parameter : function.parameters()) {
            parameters.add(new Type.Parameter(
                    parameter.name() == null ? "" : parameter.name().text(),
                    read(parameter.type(), inner),
                    parameter.optional()));
        }
        return new Type.Function(variables, parameters, read(function.result(), inner));
    }
}
