package dev.hinny.lang.front.check;

import dev.hinny.lang.front.Expression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code reduce}: a function that gets its own result again. The accumulator's type is sure when the result is of it again,
 * else it is not known.
 */
final class Folding {
    private static final int ROUNDS = 3;

    private final Session session;

    Folding(Session session) {
        this.session = session;
    }

    /** The type of the function that folds. */
    Type function(Expression callback, Type items, List<Type> expected, Scope scope) {
        Type item = expected.isEmpty() ? Type.ANY : expected.get(0);
        Type first = first(callback, items, scope);
        Type accumulator =
                first == null || !session.recorder.records(scope) ? null : grown(callback, item, first, scope);
        return accumulator == null
                ? called(callback, item, Type.ANY, scope)
                : called(callback, item, accumulator, scope);
    }

    /** What the accumulator is at first; null where that is declared or not known. */
    private @Nullable Type first(Expression callback, Type items, Scope scope) {
        if (callback instanceof Expression.Lambda lambda && lambda.parameters().size() > 1) {
            if (lambda.parameters().get(1).type() != null) {
                return null;
            }
            Expression value = lambda.parameters().get(1).defaultValue();
            if (value != null) {
                return session.recorder.muted(() -> Types.widen(session.expressions.infer(value, scope)));
            }
        }
        return item(items);
    }

    private static @Nullable Type item(Type items) {
        Type known = Types.withoutNull(items);
        Type item = Types.kind(Types.resolve(known)) == Type.Kind.STRING ? Type.STRING : Generics.item(known);
        return item == null || Types.isUnknown(item) ? null : item;
    }

    private @Nullable Type grown(Expression callback, Type item, Type first, Scope scope) {
        Type type = first;
        for (int i = 0; i < ROUNDS; i++) {
            Type tried = type;
            Type next = session.recorder.muted(() -> called(callback, item, tried, scope) instanceof Type.Function f
                    ? Types.widen(f.result())
                    : Type.ANY);
            if (Types.isUnknown(next)) {
                return null;
            }
            if (Types.assignable(next, type)) {
                return type;
            }
            type = Types.union(type, next);
        }
        return null;
    }

    private Type called(Expression callback, Type item, Type accumulator, Scope scope) {
        return callback instanceof Expression.Lambda lambda
                ? session.functions.lambda(lambda, List.of(item, accumulator), true, scope)
                : session.functions.implicit((Expression.ImplicitLambda) callback, List.of(item, accumulator), scope);
    }

    /** What {@code reduce} returns; null where the callback is not written here. */
    static @Nullable Type result(Expression callback, Type function, Type items) {
        if (!(function instanceof Type.Function f)) {
            return null;
        }
        boolean started = callback instanceof Expression.Lambda lambda
                && lambda.parameters().size() > 1
                && lambda.parameters().get(1).defaultValue() != null;
        Type result = Types.widen(f.result());
        boolean nullable = Types.members(items).stream().anyMatch(Types::isNull) || Types.isUnknown(items);
        if (started) {
            Type whole = Types.union(f.parameters().get(1).type(), result);
            return nullable ? Types.union(whole, Type.NULL) : whole;
        }
        Type item = item(items);
        return Types.union(item == null ? Type.ANY : item, result, Type.NULL);
    }
}
