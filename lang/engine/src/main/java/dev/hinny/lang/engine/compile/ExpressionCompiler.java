package dev.hinny.lang.engine.compile;

import dev.hinny.lang.engine.node.ControlNodes;
import dev.hinny.lang.engine.node.LiteralNodes;
import dev.hinny.lang.engine.node.Node;
import dev.hinny.lang.engine.node.OperatorNodes;
import dev.hinny.lang.engine.node.VariableNodes;
import dev.hinny.lang.engine.operation.Arithmetic;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.front.BinaryOperator;
import dev.hinny.lang.front.Expression;
import dev.hinny.lang.front.QualifiedName;
import java.util.List;

/** Expressions to nodes. */
final class ExpressionCompiler {
    private final Session session;

    ExpressionCompiler(Session session) {
        this.session = session;
    }

    Node compile(Expression expression, Scope scope) {
        return compile(expression, scope, false);
    }

    /** An expression that is the result of the enclosing function. */
    Node tail(Expression expression, Scope scope) {
        return compile(expression, scope, true);
    }

    private Node compile(Expression expression, Scope scope, boolean tail) {
        return switch (expression) {
            case Expression.Missing it -> new VariableNodes.Undefined(it.span());
            case Expression.Undefined it -> new VariableNodes.Undefined(it.span());
            case Expression.NullLiteral _ -> LiteralCompiler.constant(NullValue.NULL);
            case Expression.BooleanLiteral it -> LiteralCompiler.constant(BooleanValue.of(it.value()));
            case Expression.NumberLiteral it -> session.literals.number(it);
            case Expression.StringLiteral it -> LiteralCompiler.constant(StringValue.literal(it.value()));
            case Expression.Template it -> session.literals.template(it, scope);
            case Expression.CustomTemplate it -> session.calls.template(it, scope);
            case Expression.TemporalLiteral it -> session.literals.temporal(it);
            case Expression.RegexLiteral it -> session.literals.regex(it);
            case Expression.Reference it ->
                session.names.resolve(it.name(), it.span(), scope).node();
            case Expression.ImplicitParameter it -> implicit(it, scope);
            case Expression.ImplicitLambda it ->
                it.certain() || scope.find("$") == null
                        ? session.functions.implicit(it.body(), it.arity(), scope)
                        : compile(it.body(), scope);
            case Expression.ObjectLiteral it -> session.literals.object(it.entries(), scope);
            case Expression.ObjectPrepend it ->
                new LiteralNodes.ObjectPrepend(
                        session.literals.object(List.of(it.head()), scope), compile(it.tail(), scope), it.span());
            case Expression.ArrayLiteral it -> session.literals.array(it, scope);
            case Expression.ArrayPrepend it ->
                new LiteralNodes.ArrayPrepend(compile(it.head(), scope), compile(it.tail(), scope), it.span());
            case Expression.Unary it -> unary(it, scope);
            case Expression.Binary it -> binary(it, scope);
            case Expression.DefaultValue it ->
                new OperatorNodes.Default(compile(it.value(), scope), compile(it.fallback(), scope, tail));
            case Expression.Infix it -> session.calls.infix(it, scope);
            case Expression.Call it -> session.calls.call(it, scope, tail);
            case Expression.Select it -> session.selectors.compile(it, scope);
            case Expression.Coerce it -> {
                Node value = compile(it.value(), scope);
                yield LiteralCompiler.fold(
                        new OperatorNodes.Coerce(
                                value,
                                session.types.compile(it.type(), scope),
                                session.types.dynamicProperties(it.type(), scope),
                                it.span()),
                        session.types.dynamicProperties(it.type(), scope).length == 0
                                ? value
                                : new VariableNodes.Undefined(it.span()));
            }
            case Expression.TypeTest it ->
                new OperatorNodes.Is(compile(it.value(), scope), session.types.compile(it.type(), scope), it.span());
            case Expression.If it ->
                new ControlNodes.If(
                        compile(it.condition(), scope),
                        compile(it.whenTrue(), scope, tail),
                        compile(it.whenFalse(), scope, tail),
                        it.condition().span());
            case Expression.Unless it ->
                new ControlNodes.If(
                        compile(it.condition(), scope),
                        compile(it.whenTrue(), scope, tail),
                        compile(it.whenFalse(), scope, tail),
                        it.condition().span());
            case Expression.Do it -> {
                Scope block = scope.block();
                ControlNodes.Declaration[] declarations = session.functions.declarations(it.declarations(), block);
                yield new ControlNodes.Scope(declarations, compile(it.body(), block, tail));
            }
            case Expression.Using it -> {
                Scope block = scope.block();
                ControlNodes.Declaration[] declarations = session.functions.declarations(it.declarations(), block);
                yield new ControlNodes.Scope(declarations, compile(it.body(), block, tail));
            }
            case Expression.Match it -> session.matches.match(it, scope, tail);
            case Expression.Update it -> session.matches.update(it, scope);
            case Expression.Lambda it -> session.functions.lambda(it, scope);
        };
    }

    private Node implicit(Expression.ImplicitParameter it, Scope scope) {
        String name = "$".repeat(it.index());
        if (scope.find(name) == null) {
            session.problems.error(
                    "UNKNOWN-NAME",
                    it.span(),
                    "'" + name + "' has no meaning here",
                    "it stands for a parameter of the function to the left");
            return new VariableNodes.Undefined(it.span());
        }
        return session.names
                .resolve(new QualifiedName(it.span(), null, List.of(), name), it.span(), scope)
                .node();
    }

    private Node unary(Expression.Unary unary, Scope scope) {
        Node operand = compile(unary.operand(), scope);
        Node node = switch (unary.operator()) {
            case MINUS -> new OperatorNodes.Negate(operand, unary.span());
            case NOT -> new OperatorNodes.Not(operand, unary.span());
        };
        return LiteralCompiler.fold(node, operand);
    }

    private Node binary(Expression.Binary binary, Scope scope) {
        Node left = compile(binary.left(), scope);
        Node right = compile(binary.right(), scope);
        if (binary.operator() == BinaryOperator.AND) {
            return new OperatorNodes.And(left, right, binary.span());
        }
        if (binary.operator() == BinaryOperator.OR) {
            return new OperatorNodes.Or(left, right, binary.span());
        }
        OperatorNodes.Operation operation = switch (binary.operator()) {
            case PLUS -> OperatorNodes.add();
            case MINUS -> Arithmetic::subtract;
            case TIMES -> Arithmetic::multiply;
            case DIVIDE -> Arithmetic::divide;
            case EQUAL -> OperatorNodes.equal();
            case NOT_EQUAL -> OperatorNodes.notEqual();
            case SIMILAR -> OperatorNodes.similar();
            case LESS -> OperatorNodes.less();
            case LESS_OR_EQUAL -> OperatorNodes.lessOrEqual();
            case GREATER -> OperatorNodes.greater();
            case GREATER_OR_EQUAL -> OperatorNodes.greaterOrEqual();
            case SHIFT_LEFT -> Arithmetic::shiftLeft;
            case SHIFT_RIGHT -> Arithmetic::shiftRight;
            case WITH_METADATA -> OperatorNodes.withMetadata();
            case AND, OR -> throw new IllegalStateException();
        };
        return LiteralCompiler.fold(new OperatorNodes.Binary(left, right, operation, binary.span()), left, right);
    }
}
