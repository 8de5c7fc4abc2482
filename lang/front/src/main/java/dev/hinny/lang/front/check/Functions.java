package dev.hinny.lang.front.check;

import dev.hinny.base.SourceSpan;
import dev.hinny.lang.front.Directive;
import dev.hinny.lang.front.Documentation;
import dev.hinny.lang.front.Expression;
import dev.hinny.lang.front.Name;
import dev.hinny.lang.front.Parameter;
import dev.hinny.lang.front.Property;
import dev.hinny.lang.front.TypeExpression;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Declarations of the header and of scopes, functions and lambdas. */
final class Functions {
    private static final int DEPTH = 40;

    private final Session session;
    private final Deque<Body> pending = new ArrayDeque<>();
    private int depth;

    Functions(Session session) {
        this.session = session;
    }

    /** What a declaration's type is worked out of, at most once; while that is under way the type is not known. */
    private final class Body implements Supplier<Type> {
        private final Supplier<Type> inference;
        private final @Nullable Type declared;
        private final boolean noted;
        private @Nullable Type inferred;
        private boolean running;

        Body(@Nullable Type declared, boolean noted, Supplier<Type> inference) {
            this.declared = declared;
            this.noted = noted;
            this.inference = inference;
        }

        @Override
        public Type get() {
            return declared != null ? declared : infer();
        }

        Type infer() {
            Type known = inferred;
            if (known != null) {
                return known;
            }
            if (running || depth > DEPTH || !session.expressions.isShallow()) {
                return Type.ANY;
            }
            running = true;
            depth++;
            known = Types.limited(noted ? session.recorder.aloud(inference) : session.recorder.muted(inference));
            depth--;
            running = false;
            inferred = known;
            return known;
        }
    }

    /** Notes all names of a header or a scope, so that they may refer to each other. */
    void declare(List<? extends Directive> directives, Scope scope) {
        for (Directive directive : directives) {
            switch (directive) {
                case Directive.Namespace ns -> {
                    Declaration made = Declaration.value(
                            ns.prefix().text(),
                            Symbol.Kind.NAMESPACE,
                            ns.prefix().span(),
                            () -> Type.NAMESPACE);
                    scope.declareNamespace(made);
                    session.recorder.declared(ns.prefix(), made, scope);
                }
                case Directive.TypeAlias alias -> {
                    twice(alias.name(), scope.ownTypes().get(alias.name().text()), scope);
                    scope.declareType(session.types.declare(alias, scope));
                }
                case Directive.Import imported -> session.modules.add(imported, scope);
                case Directive.Function _,
                        Directive.Variable _,
                        Directive.Input _,
                        Directive.Output _,
                        Directive.Version _,
                        Directive.AnnotationDeclaration _ -> {}
            }
        }
        for (Directive directive : directives) {
            switch (directive) {
                case Directive.Function function -> function(function, scope);
                case Directive.Variable variable -> variable(variable, scope);
                case Directive.Input input -> input(input, scope);
                default -> {}
            }
        }
        scope.ownNames().values().forEach(Declaration::sort);
    }

    private void twice(Name name, @Nullable Declaration before, Scope scope) {
        if (before != null) {
            session.warning(
                    scope,
                    "DUPLICATE-NAME",
                    name.span(),
                    "'" + name + "' is declared before; only this declaration counts",
                    "give it another name");
        }
    }

    /** Reads what only the script that is checked needs: the types it declares and the properties of its formats. */
    void header(List<? extends Directive> directives, Scope scope) {
        for (Directive directive : directives) {
            switch (directive) {
                case Directive.TypeAlias alias -> {
                    Declaration type = scope.type(alias.name().text());
                    if (type != null && type.definition() != null) {
                        Type _ = type.definition().expand(List.of());
                    }
                }
                case Directive.Output output -> {
                    if (output.type() != null) {
                        Type _ = session.types.read(output.type(), scope);
                    }
                    properties(output.properties(), scope);
                }
                case Directive.Input input -> properties(input.properties(), scope);
                default -> {}
            }
        }
    }

    private void properties(List<Property> properties, Scope scope) {
        for (Property property : properties) {
            if (property.value() instanceof Expression.Reference reference
                    && session.names.find(reference.name(), scope) instanceof Declaration found) {
                session.recorder.used(reference.name(), found, scope);
            }
        }
    }

    /** Looks at everything that nobody asked for so far. */
    void complete() {
        while (!pending.isEmpty()) {
            Type _ = pending.poll().infer();
        }
    }

    private Supplier<Documentation> documentation(Directive directive, Scope scope) {
        return scope.outer() == null ? scope.unit().documentation(directive) : () -> Documentation.NONE;
    }

    private Body body(@Nullable Type declared, Scope scope, Supplier<Type> inference) {
        boolean noted = session.recorder.records(scope);
        Body body = new Body(declared, noted, inference);
        if (noted) {
            pending.add(body);
        }
        return body;
    }

    private void input(Directive.Input input, Scope scope) {
        Type type = input.type() == null ? Type.ANY : session.types.read(input.type(), scope);
        Declaration made = Declaration.value(
                input.name().text(), Symbol.Kind.VARIABLE, input.name().span(), () -> type);
        scope.declare(made);
        session.recorder.declared(input.name(), made, scope);
    }

    private void variable(Directive.Variable variable, Scope scope) {
        Type declared = variable.type() == null ? null : session.types.read(variable.type(), scope);
        Body body = body(declared, scope, () -> {
            Type found = session.expressions.infer(variable.value(), scope);
            session.recorder.type(variable.name().span(), declared != null ? declared : Types.widen(found), scope);
            if (declared != null && Fit.of(found, declared) == Fit.NO) {
                session.failure(
                        scope,
                        "CANNOT-COERCE",
                        variable.value().span(),
                        "'" + variable.name() + "' is declared as " + TypeText.brief(declared) + ", found "
                                + TypeText.brief(Types.widen(found)),
                        "");
            }
            return Types.widen(found);
        });
        twice(variable.name(), scope.ownNames().get(variable.name().text()), scope);
        Declaration made = Declaration.value(
                variable.name().text(),
                scope.unit().path(),
                variable.name().span(),
                body,
                documentation(variable, scope));
        scope.declare(made);
        session.recorder.declared(variable.name(), made, scope);
    }

    private void function(Directive.Function function, Scope scope) {
        String name = function.name().text();
        Declaration declaration = scope.ownNames().get(name);
        if (declaration == null || declaration.kind() != Symbol.Kind.FUNCTION) {
            if (declaration != null && scope.outer() == null) {
                session.error(
                        scope,
                        "DUPLICATE-NAME",
                        function.name().span(),
                        "'" + name + "' is declared as a variable already",
                        "give one of them another name");
            } else {
                twice(function.name(), declaration, scope);
            }
            declaration = Declaration.function(
                    name, scope.unit().path(), function.name().span(), documentation(function, scope));
            scope.declare(declaration);
        }
        session.recorder.declared(function.name(), declaration, scope);
        Scope inner = scope.block();
        session.recorder.scope(function.span(), inner);
        List<Type.Variable> variables = session.types.declare(function.typeParameters(), inner);
        List<Type.Parameter> parameters = new ArrayList<>();
        for (Parameter parameter : function.parameters()) {
            Type type = parameter.type() == null ? Type.ANY : session.types.read(parameter.type(), inner);
            parameters.add(new Type.Parameter(parameter.name().text(), type, parameter.defaultValue() != null));
            parameter(
                    parameter,
                    parameter.defaultValue() instanceof Expression.NullLiteral ? Types.union(type, Type.NULL) : type,
                    inner);
        }
        TypeExpression result = function.returnType();
        Type read = result == null ? null : session.types.read(result, inner);
        Type declared = result instanceof TypeExpression.Dynamic ? null : read;
        boolean library = scope.unit().path().startsWith("dw::");
        Body body = body(library && declared == null ? Type.ANY : declared, scope, () -> {
            defaults(function.parameters(), inner);
            Type found = session.expressions.infer(function.body(), inner);
            if (declared != null) {
                result(function.body().span(), "'" + name + "'", declared, found, inner);
            }
            return Types.widen(found);
        });
        declaration.add(new Overload(variables, parameters, body));
    }

    private void result(SourceSpan place, String function, Type declared, Type found, Scope scope) {
        if (Fit.of(found, declared) == Fit.NO) {
            session.warning(
                    scope,
                    "WRONG-RESULT",
                    place,
                    function + " is declared to return " + TypeText.brief(declared) + ", found "
                            + TypeText.brief(Types.widen(found)),
                    "");
        }
    }

    private void defaults(List<Parameter> parameters, Scope inner) {
        for (Parameter parameter : parameters) {
            session.expressions.optional(parameter.defaultValue(), inner);
        }
    }

    private void parameter(Parameter parameter, Type type, Scope inner) {
        Declaration made = Declaration.value(
                parameter.name().text(), Symbol.Kind.PARAMETER, parameter.name().span(), () -> type);
        inner.declare(made);
        session.recorder.declared(parameter.name(), made, inner);
        session.recorder.type(parameter.name().span(), type, inner);
    }

    /** A lambda whose place says what its parameters are; fewer expectations than parameters are fine. */
    Type lambda(Expression.Lambda lambda, List<Type> expected, Scope scope) {
        return lambda(lambda, expected, false, scope);
    }

    /** @param sure whether the expectations hold for parameters with a default too */
    Type lambda(Expression.Lambda lambda, List<Type> expected, boolean sure, Scope scope) {
        Scope inner = scope.block();
        session.recorder.scope(lambda.span(), inner);
        List<Type.Variable> variables = session.types.declare(lambda.typeParameters(), inner);
        List<Type.Parameter> parameters = new ArrayList<>();
        if (lambda.parameters().isEmpty() && scope.find("$") == null) {
            implicit(2, expected, inner);
        }
        for (int i = 0; i < lambda.parameters().size(); i++) {
            Parameter parameter = lambda.parameters().get(i);
            Type type = parameter.type() != null
                    ? session.types.read(parameter.type(), inner)
                    : i < expected.size() ? expected.get(i) : Type.ANY;
            if (parameter.defaultValue() != null && parameter.type() == null && !sure) {
                Type value = session.expressions.infer(parameter.defaultValue(), inner);
                type = Types.isUnknown(type) ? Type.ANY : Types.union(type, Types.widen(value));
            } else {
                session.expressions.optional(parameter.defaultValue(), inner);
            }
            parameters.add(new Type.Parameter(parameter.name().text(), type, parameter.defaultValue() != null));
            parameter(parameter, type, inner);
        }
        Type found = session.expressions.infer(lambda.body(), inner);
        Type declared = lambda.returnType() == null ? null : session.types.read(lambda.returnType(), inner);
        if (declared != null && !(lambda.returnType() instanceof TypeExpression.Dynamic)) {
            result(lambda.body().span(), "the function", declared, found, inner);
            found = declared;
        }
        return new Type.Function(variables, parameters, found);
    }

    /** An operand in which {@code $} is used. */
    Type implicit(Expression.ImplicitLambda lambda, List<Type> expected, Scope scope) {
        Scope inner = scope.block();
        session.recorder.scope(lambda.span(), inner);
        List<Type.Parameter> parameters = implicit(lambda.arity(), expected, inner);
        return new Type.Function(List.of(), parameters, session.expressions.infer(lambda.body(), inner));
    }

    private static List<Type.Parameter> implicit(int arity, List<Type> expected, Scope inner) {
        List<Type.Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < arity; i++) {
            Type type = i < expected.size() ? expected.get(i) : Type.ANY;
            String name = "$".repeat(i + 1);
            parameters.add(new Type.Parameter(name, type, false));
            inner.declare(Declaration.value(name, Symbol.Kind.PARAMETER, null, () -> type));
        }
        return parameters;
    }
}
