package dev.hinny.lang.front.check;

import dev.hinny.base.SourceSpan;
import dev.hinny.lang.front.BinaryOperator;
import dev.hinny.lang.front.Expression;
import dev.hinny.lang.front.TypeExpression;
import dev.hinny.lang.front.UnaryOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Operators and {@code as}. */
final class Operators {
    private final Session session;

    Operators(Session session) {
        this.session = session;
    }

    Type unary(Expression.Unary unary, Scope scope) {
        Type operand = session.expressions.infer(unary.operand(), scope);
        if (unary.operator() == UnaryOperator.NOT) {
            session.conditions.check(unary.operand(), operand, scope);
            return Type.BOOLEAN;
        }
        if (unary.operand() instanceof Expression.NumberLiteral) {
            return TypeReader.literal(unary);
        }
        List<Type> results = new ArrayList<>();
        for (Type member : Types.members(operand)) {
            Type meaning = Types.resolve(member);
            Type result = meaning.equals(Type.PERIOD) ? meaning : Arithmetic.number(meaning);
            if (result != null) {
                results.add(result);
            }
        }
        if (results.isEmpty()) {
            session.failure(
                    scope,
                    "CANNOT-COERCE",
                    unary.operand().span(),
                    "'-' takes a Number, found " + TypeText.brief(Types.widen(operand)),
                    Types.isNull(operand) ? "it is null; give it a value with 'default'" : "");
            return Type.NUMBER;
        }
        return Types.union(results);
    }

    Type binary(Expression.Binary binary, Scope scope) {
        BinaryOperator operator = binary.operator();
        Type left = session.expressions.infer(binary.left(), scope);
        if (operator == BinaryOperator.AND || operator == BinaryOperator.OR) {
            session.conditions.check(binary.left(), left, scope);
            Scope block = scope.block();
            session.conditions.narrow(binary.left(), operator == BinaryOperator.AND, block);
            session.recorder.scope(binary.right().span(), block);
            session.conditions.check(binary.right(), session.expressions.infer(binary.right(), block), scope);
            return Type.BOOLEAN;
        }
        Type right = session.expressions.infer(binary.right(), scope);
        return switch (operator) {
            case EQUAL, NOT_EQUAL, SIMILAR, AND, OR -> Type.BOOLEAN;
            case WITH_METADATA -> left;
            case PLUS -> combine(operator.symbol(), binary.span(), left, right, Arithmetic::plus, scope);
            case MINUS -> combine(operator.symbol(), binary.span(), left, right, Arithmetic::minus, scope);
            case TIMES -> combine(operator.symbol(), binary.span(), left, right, Arithmetic::times, scope);
            case DIVIDE -> combine(operator.symbol(), binary.span(), left, right, Arithmetic::divide, scope);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> {
                Type _ = combine(operator.symbol(), binary.span(), left, right, Arithmetic::compare, scope);
                yield Type.BOOLEAN;
            }
            case SHIFT_LEFT -> Arithmetic.append(left, right);
            case SHIFT_RIGHT -> Arithmetic.append(right, left);
        };
    }

    Type concatenation(Expression.Infix infix, Type left, Type right, Scope scope) {
        return combine("++", infix.span(), left, right, Arithmetic::concat, scope);
    }

    /** All pairs of what the operands can be; an error where none of them works. */
    private Type combine(
            String operator,
            SourceSpan place,
            Type left,
            Type right,
            BiFunction<Type, Type, @Nullable Type> operation,
            Scope scope) {
        List<Type> results = new ArrayList<>();
        for (Type a : Types.members(left)) {
            for (Type b : Types.members(right)) {
                Type result = operation.apply(Types.resolve(a), Types.resolve(b));
                if (result != null) {
                    results.add(result);
                }
            }
        }
        if (results.isEmpty()) {
            session.failure(
                    scope,
                    "WRONG-OPERANDS",
                    place,
                    "'" + operator + "' does not take " + TypeText.brief(Types.widen(left)) + " and "
                            + TypeText.brief(Types.widen(right)),
                    hint(left, right));
            return Type.ANY;
        }
        return Types.union(results);
    }

    private static String hint(Type left, Type right) {
        return Types.isNull(left) || Types.isNull(right) ? "one operand is null; give it a value with 'default'" : "";
    }

    Type coerce(Expression.Coerce coerce, Scope scope) {
        Type found = session.expressions.infer(coerce.value(), scope);
        Type wanted = session.types.read(coerce.type(), scope);
        boolean classed = coerce.type() instanceof TypeExpression.WithMetadata with
                && with.entries().stream().anyMatch(e -> e.name().text().equals("class"));
        if (!classed && isHopeless(found, wanted)) {
            session.failure(
                    scope,
                    "CANNOT-COERCE",
                    coerce.span(),
                    "cannot coerce " + TypeText.brief(Types.widen(found)) + " to " + TypeText.brief(wanted),
                    "");
        }
        return wanted;
    }

    /** Values with parts as plain ones, and plain ones as values with parts. */
    private static boolean isHopeless(Type found, Type wanted) {
        Type target = Types.resolve(wanted);
        Type.Kind to = target instanceof Type.Simple s ? s.kind() : null;
        boolean plain = to != null
                && switch (to) {
                    case STRING,
                            NUMBER,
                            BOOLEAN,
                            DATE,
                            DATE_TIME,
                            LOCAL_DATE_TIME,
                            LOCAL_TIME,
                            TIME,
                            PERIOD,
                            TIME_ZONE -> true;
                    default -> false;
                };
        boolean parts = target instanceof Type.Array || target instanceof Type.Object;
        for (Type member : Types.members(found)) {
            Type meaning = Types.resolve(member);
            boolean hopeless = plain && (meaning instanceof Type.Array || meaning instanceof Type.Object)
                    || parts
                            && Types.kind(meaning) instanceof Type.Kind kind
                            && (kind == Type.Kind.NUMBER || kind == Type.Kind.BOOLEAN || kind.isTemporal());
            if (!hopeless) {
                return false;
            }
        }
        return true;
    }
}
