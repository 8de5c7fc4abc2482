package dev.hinny.lang.front.check;

import dev.hinny.lang.front.BinaryOperator;
import dev.hinny.lang.front.Expression;
import dev.hinny.lang.front.UnaryOperator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions, and what they tell about the values in the branches behind them. */
final class Conditions {
    private final Session session;

    Conditions(Session session) {
        this.session = session;
    }

    Type choice(Expression condition, Expression whenTrue, Expression whenFalse, Scope scope) {
        check(condition, session.expressions.infer(condition, scope), scope);
        return Types.union(branch(condition, true, whenTrue, scope), branch(condition, false, whenFalse, scope));
    }

    private Type branch(Expression condition, boolean truth, Expression body, Scope scope) {
        Scope block = scope.block();
        narrow(condition, truth, block);
        session.recorder.scope(body.span(), block);
        return session.expressions.infer(body, block);
    }

    /** The condition of an element; null where there is none. */
    void optional(@Nullable Expression condition, Scope scope) {
        if (condition != null) {
            check(condition, session.expressions.infer(condition, scope), scope);
        }
    }

    void check(Expression condition, Type type, Scope scope) {
        if (Fit.of(type, Type.BOOLEAN) == Fit.NO) {
            session.failure(
                    scope,
                    "CANNOT-COERCE",
                    condition.span(),
                    "a condition is a Boolean, found " + TypeText.brief(Types.widen(type)),
                    "");
        }
    }

    /** Notes in a block what it means for names that the condition holds, or does not. */
    void narrow(Expression condition, boolean truth, Scope block) {
        switch (condition) {
            case Expression.Unary not when not.operator() == UnaryOperator.NOT -> narrow(not.operand(), !truth, block);
            case Expression.Binary both
            when both.operator() == (truth ? BinaryOperator.AND : BinaryOperator.OR) -> {
                narrow(both.left(), truth, block);
                narrow(both.right(), truth, block);
            }
            case Expression.Binary same
            when same.operator() == BinaryOperator.EQUAL || same.operator() == BinaryOperator.NOT_EQUAL -> {
                boolean equal = truth == (same.operator() == BinaryOperator.EQUAL);
                if (same.right() instanceof Expression.NullLiteral) {
                    narrow(same.left(), Type.NULL, equal, block);
                } else if (same.left() instanceof Expression.NullLiteral) {
                    narrow(same.right(), Type.NULL, equal, block);
                }
            }
            case Expression.TypeTest test ->
                narrow(test.value(), session.types.quiet(test.type(), block), truth, block);
            case Expression.Call(var _, Expression.Reference function, var _, var arguments)
            when !truth
                    && arguments.size() == 1
                    && (function.name().name().equals("isEmpty")
                            || function.name().name().equals("isBlank")) ->
                narrow(arguments.get(0), Type.NULL, false, block);
            default -> {}
        }
    }

    private void narrow(Expression value, Type type, boolean is, Scope block) {
        String path = Names.path(value);
        Type known = path == null ? null : known(value, path, block);
        if (path != null && known != null) {
            block.narrow(path, is ? to(known, type) : without(known, type));
        }
    }

    /** What is known of a name or path so far. */
    @Nullable
    Type known(Expression value, String path, Scope scope) {
        Type narrowed = scope.narrowed(path, Names.root(path));
        if (narrowed != null) {
            return narrowed;
        }
        return switch (value) {
            case Expression.Reference r -> {
                Declaration found = session.names.find(r.name(), scope);
                yield found == null ? null : found.type();
            }
            case Expression.ImplicitParameter p -> {
                Declaration found = scope.find("$".repeat(p.index()));
                yield found == null ? null : found.type();
            }
            case Expression.Select s -> session.selectors.quiet(s, scope);
            default -> null;
        };
    }

    /** Of the known type only what is also of the other. */
    static Type to(Type known, Type type) {
        if (Types.isUnknown(known)) {
            return type;
        }
        if (known instanceof Type.Union || Types.resolve(known) instanceof Type.Union) {
            List<Type> kept = new ArrayList<>();
            for (Type member : Types.members(known)) {
                if (!Overlaps.disjoint(member, type)) {
                    kept.add(to(member, type));
                }
            }
            return Types.union(kept);
        }
        if (Types.assignable(known, type)) {
            return known;
        }
        return Overlaps.disjoint(known, type) ? Type.NOTHING : type;
    }

    /** The known type without what is of the other. */
    static Type without(Type known, Type type) {
        if (Types.isUnknown(known)) {
            return known;
        }
        List<Type> members = Types.members(known);
        List<Type> kept =
                members.stream().filter(m -> !Types.assignable(m, type)).toList();
        return kept.size() == members.size() ? known : Types.union(kept);
    }
}
