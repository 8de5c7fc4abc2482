package dev.hinny.lang.front.check;

import dev.hinny.lang.front.Expression;
import dev.hinny.lang.front.MatchCase;
import dev.hinny.lang.front.Name;
import dev.hinny.lang.front.Pattern;
import dev.hinny.lang.front.TypeExpression;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code match}: what each case sees, and which are never reached. */
final class Matches {
    private final Session session;

    Matches(Session session) {
        this.session = session;
    }

    /** What is left of the subject behind the cases so far. */
    private static final class Rest {
        private Type type;
        private boolean taken;
        private final List<Object> literals = new ArrayList<>();

        Rest(Type type) {
            this.type = type;
        }
    }

    Type match(Expression.Match match, Scope scope) {
        Rest rest = new Rest(session.expressions.infer(match.subject(), scope));
        String path = Names.path(match.subject());
        List<Type> results = new ArrayList<>();
        for (MatchCase one : match.cases()) {
            Scope block = scope.block();
            session.recorder.scope(one.span(), block);
            if (rest.taken) {
                unreachable(one, "this case is never reached: the one before takes everything", scope);
            }
            Type subject = pattern(one, rest, block, scope);
            if (path != null) {
                block.narrow(path, subject);
            }
            session.conditions.optional(one.guard(), block);
            Scope body = block;
            if (one.guard() != null) {
                body = block.block();
                session.conditions.narrow(one.guard(), true, body);
                session.recorder.scope(one.body().span(), body);
            }
            results.add(session.expressions.infer(one.body(), body));
        }
        return Types.union(results);
    }

    private void unreachable(MatchCase one, String message, Scope scope) {
        session.warning(scope, "UNREACHABLE-CASE", one.pattern().span(), message, "");
    }

    /** Declares what the pattern binds and tells what the subject is in the case. */
    private Type pattern(MatchCase one, Rest rest, Scope block, Scope outer) {
        boolean guarded = one.guard() != null;
        Type subject = rest.type;
        return switch (one.pattern()) {
            case Pattern.Else it -> {
                bind(it.binding(), subject, block);
                rest.taken |= !guarded;
                yield dollar(subject, block);
            }
            case Pattern.Binding it -> {
                bind(it.binding(), subject, block);
                rest.taken |= !guarded;
                yield dollar(subject, block);
            }
            case Pattern.Literal it -> {
                Type literal = session.expressions.infer(it.literal(), outer);
                literal(one, it, literal, rest, outer);
                bind(it.binding(), subject, block);
                yield dollar(subject, block);
            }
            case Pattern.Constant it -> {
                Declaration known = session.names.find(it.reference().name(), outer);
                if (known != null) {
                    session.recorder.used(it.reference().name(), known, outer);
                } else {
                    bind(new Name(it.span(), it.reference().name().name()), subject, block);
                    rest.taken |= !guarded;
                }
                yield dollar(subject, block);
            }
            case Pattern.TypeTest it -> {
                Type narrowed = typeTest(one, it, rest, outer);
                bind(it.binding(), narrowed, block);
                yield dollar(narrowed, block);
            }
            case Pattern.Regex it -> {
                Type _ = session.expressions.infer(it.regex(), outer);
                Type groups = new Type.Array(Type.ANY);
                bind(it.binding(), groups, block);
                Type _ = dollar(groups, block);
                yield subject;
            }
            case Pattern.EmptyArray _, Pattern.EmptyObject _ -> dollar(subject, block);
            case Pattern.ArrayParts it -> {
                Type item = Generics.item(subject);
                bind(it.head(), item == null ? Type.ANY : item, block);
                bind(it.tail(), new Type.Array(item == null ? Type.ANY : item), block);
                yield dollar(subject, block);
            }
            case Pattern.ObjectParts it -> {
                bind(it.key(), Type.KEY, block);
                bind(it.value(), Type.ANY, block);
                bind(it.tail(), Type.OBJECT, block);
                yield dollar(subject, block);
            }
        };
    }

    private Type typeTest(MatchCase one, Pattern.TypeTest test, Rest rest, Scope outer) {
        Type subject = rest.type;
        Type type = session.types.read(test.type(), outer);
        if (!rest.taken && Overlaps.disjoint(subject, type)) {
            unreachable(one, "this case is never reached: the value is " + TypeText.withArticle(subject), outer);
        }
        if (one.guard() == null) {
            rest.taken |= test.type() instanceof TypeExpression.Reference any
                    && any.name().isSimple()
                    && any.name().name().equals("Any");
            rest.type = Conditions.without(subject, type);
        }
        return Conditions.to(subject, type);
    }

    private static Type dollar(Type type, Scope block) {
        block.declare(Declaration.value("$", Symbol.Kind.PARAMETER, null, () -> type));
        return type;
    }

    private void bind(@Nullable Name name, Type type, Scope block) {
        if (name != null) {
            Declaration made = Declaration.value(name.text(), Symbol.Kind.PARAMETER, name.span(), () -> type);
            block.declare(made);
            session.recorder.declared(name, made, block);
            session.recorder.type(name.span(), type, block);
        }
    }

    private void literal(MatchCase one, Pattern.Literal pattern, Type literal, Rest rest, Scope scope) {
        if (!(literal instanceof Type.Literal value) || rest.taken) {
            return;
        }
        if (rest.literals.stream().anyMatch(v -> Types.same(v, value.value()))) {
            unreachable(one, "this case is never reached: one before has the same value", scope);
        } else if (Types.members(rest.type).stream().allMatch(m -> neverEqual(Types.resolve(m), value))) {
            unreachable(one, "this case is never reached: the value is " + TypeText.withArticle(rest.type), scope);
        }
        if (one.guard() == null) {
            rest.literals.add(value.value());
            rest.type = Conditions.without(rest.type, value);
        }
    }

    private static boolean neverEqual(Type subject, Type.Literal literal) {
        Type.Kind kind = Types.kind(subject);
        if (kind == null) {
            return subject instanceof Type.Array || subject instanceof Type.Object;
        }
        return switch (kind) {
            case STRING, NUMBER, BOOLEAN ->
                kind != Types.kind(literal)
                        || subject instanceof Type.Literal own && !Types.same(own.value(), literal.value());
            default -> false;
        };
    }
}
