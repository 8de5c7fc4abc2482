package dev.hinny.lang.engine.compile;

import dev.hinny.lang.engine.node.ControlNodes;
import dev.hinny.lang.engine.node.FunctionCode;
import dev.hinny.lang.engine.node.FunctionNodes;
import dev.hinny.lang.engine.node.Node;
import dev.hinny.lang.engine.node.OperatorNodes;
import dev.hinny.lang.engine.node.PrivilegedNode;
import dev.hinny.lang.engine.node.Signature;
import dev.hinny.lang.engine.type.Type;
import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.Namespace;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.front.Annotation;
import dev.hinny.lang.front.Directive;
import dev.hinny.lang.front.Expression;
import dev.hinny.lang.front.Parameter;
import dev.hinny.lang.front.TypeExpression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Functions, lambdas, and the declarations of scopes. */
final class FunctionCompiler {
    private final Session session;

    FunctionCompiler(Session session) {
        this.session = session;
    }

    Node variable(Directive.Variable variable, Scope scope) {
        Node value = session.expressions.compile(variable.value(), scope);
        if (variable.type() == null) {
            return value;
        }
        Type type = session.types.compile(variable.type(), scope);
        return type == Type.ANY
                ? value
                : new OperatorNodes.Declared(value, type, variable.value().span());
    }

    /** The signature alone, for a native function. */
    Signature signature(Directive.Function function, Scope scope) {
        Scope inner = scope.function();
        session.types.declare(function.typeParameters(), inner);
        String name = switch (function.name().text()) {
            case "plusplus" -> "++";
            case "minusminus" -> "--";
            default -> function.name().text();
        };
        return signature(name, function.parameters(), inner);
    }

    /** @param alone whether the name has no other overloads */
    FunctionCode declared(Directive.Function function, boolean alone, Scope scope) {
        Scope inner = scope.function();
        session.types.declare(function.typeParameters(), inner);
        Signature signature = head(function.name().text(), function.parameters(), inner);
        Type result = result(function.returnType(), inner);
        return new FunctionCode(signature, result, () -> {
            defaults(signature, function.parameters(), inner);
            if (alone) {
                inner.tail(new Scope.Tail(signature.name(), signature.arity(), signature.required()));
            }
            Node node = privileged(function, session.expressions.tail(function.body(), inner));
            return new FunctionCode.Body(node, inner.layout().size(), alone);
        });
    }

    private static Node privileged(Directive.Function function, Node body) {
        for (Annotation annotation : function.annotations()) {
            if (annotation.name().name().equals("RuntimePrivilege")
                    && !annotation.arguments().isEmpty()
                    && annotation.arguments().get(0).value() instanceof Expression.StringLiteral privilege) {
                return new PrivilegedNode(
                        privilege.value(), function.parameters().size(), body);
            }
        }
        return body;
    }

    Node lambda(Expression.Lambda lambda, Scope scope) {
        Scope inner = scope.function();
        session.types.declare(lambda.typeParameters(), inner);
        Signature signature = lambda.parameters().isEmpty() && scope.find("$") == null
                ? dollars(inner)
                : signature("", lambda.parameters(), inner);
        Node body = session.expressions.compile(lambda.body(), inner);
        Type result = result(lambda.returnType(), inner);
        return new FunctionNodes.Lambda(code(signature, result, body, inner));
    }

    /** A lambda that declares nothing may still use {@code $} and {@code $$}. */
    private static Signature dollars(Scope inner) {
        List<FunctionValue.Parameter> parameters = new ArrayList<>();
        @Nullable Node[] defaults = new Node[2];
        for (int i = 0; i < defaults.length; i++) {
            String name = "$".repeat(i + 1);
            parameters.add(new FunctionValue.Parameter(name, Type.ANY, true));
            inner.declare(name);
            defaults[i] = LiteralCompiler.constant(NullValue.NULL);
        }
        return Signature.of("", parameters, defaults);
    }

    /** An operand in which {@code $} is used. */
    Node implicit(Expression body, int arity, Scope scope) {
        Scope inner = scope.function();
        List<FunctionValue.Parameter> parameters = new ArrayList<>();
        for (int i = 1; i <= arity; i++) {
            parameters.add(new FunctionValue.Parameter("$".repeat(i), Type.ANY, false));
            inner.declare("$".repeat(i));
        }
        Signature signature = Signature.of("", parameters, new @Nullable Node[arity]);
        Node node = session.expressions.compile(body, inner);
        return new FunctionNodes.Lambda(code(signature, null, node, inner));
    }

    /** A function of named values, such as the body of an update case. */
    FunctionCode body(Expression body, List<String> names, List<String> aliases, Scope scope) {
        Scope inner = scope.function();
        List<FunctionValue.Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            parameters.add(new FunctionValue.Parameter(names.get(i), Type.ANY, false));
            inner.alias(aliases.get(i), inner.declare(names.get(i)));
        }
        Node node = session.expressions.compile(body, inner);
        return code(Signature.of("", parameters, new @Nullable Node[names.size()]), null, node, inner);
    }

    private static FunctionCode code(Signature signature, @Nullable Type result, Node body, Scope inner) {
        FunctionCode.Body made = new FunctionCode.Body(body, inner.layout().size(), false);
        return new FunctionCode(signature, result, () -> made);
    }

    private @Nullable Type result(@Nullable TypeExpression type, Scope scope) {
        if (type == null) {
            return null;
        }
        Type result = session.types.compile(type, scope);
        return result instanceof Type.Simple s && s.kind() != Type.Kind.ANY && s.kind() != Type.Kind.NOTHING
                ? result
                : null;
    }

    private Signature signature(String name, List<Parameter> parameters, Scope inner) {
        Signature signature = head(name, parameters, inner);
        defaults(signature, parameters, inner);
        return signature;
    }

    /** The signature without its defaults, which may call the function that it belongs to. */
    private Signature head(String name, List<Parameter> parameters, Scope inner) {
        List<FunctionValue.Parameter> made = new ArrayList<>();
        for (Parameter parameter : parameters) {
            Type type = parameter.type() == null ? Type.ANY : session.types.compile(parameter.type(), inner);
            made.add(new FunctionValue.Parameter(parameter.name().text(), type, parameter.defaultValue() != null));
            inner.declare(parameter.name().text());
        }
        return Signature.of(name, made, new @Nullable Node[made.size()]);
    }

    private void defaults(Signature signature, List<Parameter> parameters, Scope inner) {
        for (int i = 0; i < parameters.size(); i++) {
            Expression value = parameters.get(i).defaultValue();
            if (value != null) {
                signature.defaults()[i] = session.expressions.compile(value, inner);
            }
        }
    }

    /** Declares what a {@code do} or {@code using} names; the declarations know each other. */
    ControlNodes.Declaration[] declarations(List<? extends Directive> directives, Scope block) {
        List<ControlNodes.Declaration> made = new ArrayList<>();
        Map<String, List<Directive.Function>> functions = new LinkedHashMap<>();
        for (Directive directive : directives) {
            switch (directive) {
                case Directive.Namespace ns ->
                    block.namespace(new Namespace(ns.prefix().text(), ns.uri()));
                case Directive.TypeAlias alias -> block.alias(alias);
                case Directive.Import imported -> session.imports.add(imported, block);
                case Directive.Function f ->
                    functions
                            .computeIfAbsent(f.name().text(), n -> new ArrayList<>())
                            .add(f);
                default -> {}
            }
        }
        for (Directive directive : directives) {
            if (directive instanceof Directive.TypeAlias alias) {
                session.types.check(alias, block);
            }
        }
        Map<String, List<FunctionCode>> codes = new LinkedHashMap<>();
        functions.forEach((name, overloads) -> {
            List<FunctionCode> list = new ArrayList<>();
            codes.put(name, list);
            block.declare(name, list);
        });
        for (Directive directive : directives) {
            if (directive instanceof Directive.Variable variable) {
                block.declare(variable.name().text());
            }
        }
        functions.forEach((name, overloads) -> {
            List<FunctionCode> list = Objects.requireNonNull(codes.get(name));
            overloads.forEach(f -> list.add(declared(f, overloads.size() == 1, block)));
        });
        codes.forEach((name, list) -> {
            list.forEach(FunctionCode::complete);
            made.add(new ControlNodes.Declaration(
                    slot(name, block), new FunctionNodes.Overloads(name, list.toArray(FunctionCode[]::new))));
        });
        for (Directive directive : directives) {
            if (directive instanceof Directive.Variable variable) {
                made.add(new ControlNodes.Declaration(slot(variable.name().text(), block), variable(variable, block)));
            }
        }
        return made.toArray(ControlNodes.Declaration[]::new);
    }

    private static int slot(String name, Scope block) {
        return Objects.requireNonNull(block.find(name)).local().slot();
    }
}
