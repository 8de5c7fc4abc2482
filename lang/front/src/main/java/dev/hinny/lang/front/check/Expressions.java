package dev.hinny.lang.front.check;

import dev.hinny.base.SourceSpan;
import dev.hinny.lang.front.Directive;
import dev.hinny.lang.front.Expression;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** The types of expressions; what is wrong with them is noted on the way. */
final class Expressions {
    /** Far more than people write; what is deeper is not looked at. */
    private static final int DEPTH = 1_000;

    private static final int COMFORT = 200;

    private final Session session;
    private int depth;

    Expressions(Session session) {
        this.session = session;
    }

    /** Looks at an expression; each one of the script is looked at once. */
    Type infer(Expression expression, Scope scope) {
        if (depth > DEPTH) {
            return Type.ANY;
        }
        depth++;
        Type type = type(expression, scope);
        depth--;
        session.recorder.type(expression.span(), isLiteral(expression) ? Types.widen(type) : type, scope);
        return type;
    }

    /** Whether there is room to look at another declaration before this expression is done. */
    boolean isShallow() {
        return depth < COMFORT;
    }

    /** Tools show the sort of what is written out. */
    private static boolean isLiteral(Expression expression) {
        return switch (expression) {
            case Expression.StringLiteral _, Expression.NumberLiteral _, Expression.BooleanLiteral _ -> true;
            case Expression.Unary unary -> unary.operand() instanceof Expression.NumberLiteral;
            default -> false;
        };
    }

    void optional(@Nullable Expression expression, Scope scope) {
        if (expression != null) {
            Type _ = infer(expression, scope);
        }
    }

    private Type type(Expression expression, Scope scope) {
        return switch (expression) {
            case Expression.Missing _ -> Type.ANY;
            case Expression.Undefined _ -> Type.NOTHING;
            case Expression.NullLiteral _, Expression.BooleanLiteral _, Expression.NumberLiteral _ ->
                TypeReader.literal(expression);
            case Expression.StringLiteral it -> new Type.Literal(it.value());
            case Expression.Template it -> session.literals.template(it.parts(), scope);
            case Expression.CustomTemplate it -> session.literals.customTemplate(it, scope);
            case Expression.TemporalLiteral it -> Literals.temporal(it.text());
            case Expression.RegexLiteral it -> regex(it, scope);
            case Expression.Reference it -> session.names.reference(it, scope);
            case Expression.ImplicitParameter it -> implicit(it, scope);
            case Expression.ImplicitLambda it ->
                it.certain() || scope.find("$") == null
                        ? session.functions.implicit(it, List.of(), scope)
                        : infer(it.body(), scope);
            case Expression.ObjectLiteral it -> session.literals.object(it, scope);
            case Expression.ObjectPrepend it -> session.literals.prepend(it, scope);
            case Expression.ArrayLiteral it -> session.literals.array(it, scope);
            case Expression.ArrayPrepend it -> session.literals.prepend(it, scope);
            case Expression.Unary it -> session.operators.unary(it, scope);
            case Expression.Binary it -> session.operators.binary(it, scope);
            case Expression.DefaultValue it -> {
                Type value = session.selectors.lenient(() -> infer(it.value(), scope));
                yield Types.union(Types.withoutNull(value), infer(it.fallback(), scope));
            }
            case Expression.Infix it -> session.calls.infix(it, scope);
            case Expression.Call it -> session.calls.call(it, scope);
            case Expression.Select it -> session.selectors.select(it, scope);
            case Expression.Coerce it -> session.operators.coerce(it, scope);
            case Expression.TypeTest it -> {
                Type _ = infer(it.value(), scope);
                Type _ = session.types.read(it.type(), scope);
                yield Type.BOOLEAN;
            }
            case Expression.If it -> session.conditions.choice(it.condition(), it.whenTrue(), it.whenFalse(), scope);
            case Expression.Unless it ->
                session.conditions.choice(it.condition(), it.whenTrue(), it.whenFalse(), scope);
            case Expression.Do it -> block(it.span(), it.declarations(), it.body(), scope);
            case Expression.Using it -> block(it.span(), it.declarations(), it.body(), scope);
            case Expression.Match it -> session.matches.match(it, scope);
            case Expression.Update it -> session.updates.update(it, scope);
            case Expression.Lambda it -> session.functions.lambda(it, List.of(), scope);
        };
    }

    private Type implicit(Expression.ImplicitParameter it, Scope scope) {
        String name = "$".repeat(it.index());
        Declaration found = scope.find(name);
        if (found == null) {
            session.error(
                    scope,
                    "UNKNOWN-NAME",
                    it.span(),
                    "'" + name + "' has no meaning here",
                    "it stands for a parameter of the function to the left; put all that belongs to it in parentheses,"
                            + " as in xs map ($.a ++ $.b)");
            return Type.ANY;
        }
        session.recorder.used(it.span(), name, found, scope);
        Type narrowed = scope.narrowed(name, name);
        return narrowed != null ? narrowed : found.type();
    }

    private Type block(SourceSpan span, List<? extends Directive> declarations, Expression body, Scope scope) {
        Scope block = scope.block();
        session.recorder.scope(span, block);
        session.functions.declare(declarations, block);
        session.functions.header(declarations, block);
        return infer(body, block);
    }

    private Type regex(Expression.RegexLiteral literal, Scope scope) {
        try {
            Pattern _ = Pattern.compile(literal.pattern());
        } catch (PatternSyntaxException e) {
            session.error(
                    scope,
                    "BAD-REGEX",
                    literal.span(),
                    "'" + literal.pattern() + "' is no regular expression: " + e.getDescription(),
                    "");
        }
        return Type.REGEX;
    }
}
