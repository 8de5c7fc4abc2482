package dev.hinny.lang.front;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Prints operators with the parentheses that they need, and whatever begins with a word. */
final class ExpressionPrinter {
    private static final int LOOSE = 0;
    private static final int INFIX = 10;
    private static final int OPERAND = 20;
    private static final int UNARY = 95;
    private static final int POSTFIX = 100;
    private static final int PRIMARY = 110;

    private ExpressionPrinter() {}

    static String expression(Expression expression) {
        return print(expression, LOOSE);
    }

    private static String print(Expression expression, int strength) {
        String printed = print(expression);
        return strength(expression) < strength ? "(" + printed + ")" : printed;
    }

    private static int strength(Expression expression) {
        return switch (expression) {
            case Expression.If _, Expression.Unless _, Expression.Using _, Expression.Lambda _ -> LOOSE;
            case Expression.Coerce _, Expression.TypeTest _ -> LOOSE;
            case Expression.Infix _, Expression.DefaultValue _, Expression.Match _, Expression.Update _ -> INFIX;
            case Expression.Binary binary -> binary.operator().strength();
            case Expression.Unary _ -> UNARY;
            case Expression.Call _, Expression.Select _ -> POSTFIX;
            case Expression.ImplicitLambda lambda -> strength(lambda.body());
            case Expression.Missing _,
                    Expression.Undefined _,
                    Expression.NullLiteral _,
                    Expression.BooleanLiteral _,
                    Expression.NumberLiteral _,
                    Expression.StringLiteral _,
                    Expression.Template _,
                    Expression.CustomTemplate _,
                    Expression.TemporalLiteral _,
                    Expression.RegexLiteral _,
                    Expression.Reference _,
                    Expression.ImplicitParameter _,
                    Expression.ObjectLiteral _,
                    Expression.ObjectPrepend _,
                    Expression.ArrayLiteral _,
                    Expression.ArrayPrepend _,
                    Expression.Do _ -> PRIMARY;
        };
    }

    private static String print(Expression expression) {
        return switch (expression) {
            case Expression.Missing _ -> "";
            case Expression.Undefined _ -> "???";
            case Expression.NullLiteral _ -> "null";
            case Expression.BooleanLiteral it -> Boolean.toString(it.value());
            case Expression.NumberLiteral it -> it.text();
            case Expression.StringLiteral it -> LiteralPrinter.string(it.value());
            case Expression.Template it -> LiteralPrinter.template(it.parts());
            case Expression.CustomTemplate it -> it.interpolator() + LiteralPrinter.customTemplate(it.parts());
            case Expression.TemporalLiteral it -> "|" + it.text() + "|";
            case Expression.RegexLiteral it -> LiteralPrinter.regex(it.pattern());
            case Expression.Reference it -> it.name().toString();
            case Expression.ImplicitParameter it -> "$".repeat(it.index());
            case Expression.ImplicitLambda it -> print(it.body());
            case Expression.ObjectLiteral it -> ObjectPrinter.object(it);
            case Expression.ObjectPrepend it ->
                "{" + ObjectPrinter.entry(it.head()) + " ~ " + expression(it.tail()) + "}";
            case Expression.ArrayLiteral it -> ObjectPrinter.array(it);
            case Expression.ArrayPrepend it -> "[" + expression(it.head()) + " ~ " + expression(it.tail()) + "]";
            case Expression.Unary it -> unary(it);
            case Expression.Binary _,
                    Expression.DefaultValue _,
                    Expression.Infix _,
                    Expression.Call _,
                    Expression.Select _,
                    Expression.Match _,
                    Expression.Update _ -> chain(expression);
            case Expression.Coerce it -> print(it.value(), UNARY) + " as " + TypePrinter.type(it.type());
            case Expression.TypeTest it -> print(it.value(), UNARY) + " is " + TypePrinter.type(it.type());
            case Expression.If _, Expression.Unless _ -> conditional(expression);
            case Expression.Do it -> doScope(it);
            case Expression.Using it -> using(it);
            case Expression.Lambda it ->
                TypePrinter.parameters(it.typeParameters())
                        + DirectivePrinter.parameters(it.parameters())
                        + (it.returnType() == null ? "" : ": " + TypePrinter.type(it.returnType()))
                        + " -> "
                        + expression(it.body());
        };
    }

    private static String unary(Expression.Unary unary) {
        boolean doubled = unary.operator() == UnaryOperator.MINUS
                && unary.operand() instanceof Expression.Unary inner
                && inner.operator() == UnaryOperator.MINUS;
        return unary.operator().symbol() + print(unary.operand(), doubled ? POSTFIX : UNARY);
    }

    /**
     * Prints what grows to the left ({@code a + b + c}, {@code a.b.c}) without recursion: chains are longer than
     * anything is nested.
     */
    private static String chain(Expression expression) {
        List<Expression> links = new ArrayList<>();
        Expression first = expression;
        for (Expression left = left(first); left != null; left = left(first)) {
            links.add(first);
            first = left;
            if (strength(first) < leftStrength(links.getLast()) || first instanceof Expression.ImplicitLambda) {
                break;
            }
        }
        StringBuilder out = new StringBuilder(target(first, leftStrength(links.getLast())));
        for (Expression link : links.reversed()) {
            out.append(suffix(link));
        }
        return out.toString();
    }

    private static @Nullable Expression left(Expression expression) {
        return switch (expression) {
            case Expression.Binary it -> it.left();
            case Expression.Infix it -> it.left();
            case Expression.DefaultValue it -> it.value();
            case Expression.Match it -> it.subject();
            case Expression.Update it -> it.subject();
            case Expression.Call it -> it.function();
            case Expression.Select it -> it.target();
            default -> null;
        };
    }

    private static int leftStrength(Expression link) {
        return link instanceof Expression.Binary binary ? binary.operator().strength() : strength(link);
    }

    private static String suffix(Expression link) {
        return switch (link) {
            case Expression.Binary it -> " " + it.operator().symbol() + " " + print(it.right(), rightStrength(it));
            case Expression.Infix it -> " " + it.function() + " " + print(it.right(), OPERAND);
            case Expression.DefaultValue it -> " default " + print(it.fallback(), OPERAND);
            case Expression.Match it -> PatternPrinter.match(it.cases());
            case Expression.Update it -> PatternPrinter.update(it.cases());
            case Expression.Call it ->
                TypePrinter.arguments(it.typeArguments())
                        + Layout.list("(", Layout.each(it.arguments(), ExpressionPrinter::expression), ")");
            case Expression.Select it -> SelectorPrinter.selector(it.selector()) + presence(it.presence());
            default -> "";
        };
    }

    private static int rightStrength(Expression.Binary binary) {
        return binary.operator() == BinaryOperator.WITH_METADATA
                ? OPERAND
                : binary.operator().strength() + 1;
    }

    private static String presence(Expression.Presence presence) {
        return switch (presence) {
            case NONE -> "";
            case EXISTS -> "?";
            case ASSERT -> "!";
        };
    }

    /** What a link of a chain follows; a number or a function would not be taken for the target of a selector. */
    private static String target(Expression target, int strength) {
        boolean enclosed = strength == POSTFIX
                && (target instanceof Expression.NumberLiteral || target instanceof Expression.ImplicitLambda);
        return enclosed ? "(" + print(target) + ")" : print(target, strength);
    }

    private static String conditional(Expression expression) {
        StringBuilder out = new StringBuilder();
        Expression rest = expression;
        while (true) {
            switch (rest) {
                case Expression.If it -> {
                    arm(out, "if (", it.condition(), it.whenTrue());
                    rest = it.whenFalse();
                }
                case Expression.Unless it -> {
                    arm(out, "unless (", it.condition(), it.whenFalse());
                    rest = it.whenTrue();
                }
                default -> {
                    return out.append(expression(rest)).toString();
                }
            }
        }
    }

    private static void arm(StringBuilder out, String start, Expression condition, Expression branch) {
        out.append(start)
                .append(expression(condition))
                .append(") ")
                .append(print(branch, INFIX))
                .append(" else ");
    }

    private static String doScope(Expression.Do scope) {
        StringJoiner lines = new StringJoiner(Layout.BREAK);
        for (Directive declaration : scope.declarations()) {
            lines.add(DirectivePrinter.directive(declaration));
        }
        if (!scope.declarations().isEmpty()) {
            lines.add("---");
        }
        lines.add(expression(scope.body()));
        return "do {" + Layout.block(lines.toString()) + "}";
    }

    private static String using(Expression.Using using) {
        List<String> variables = Layout.each(using.declarations(), DirectivePrinter::definition);
        return "using " + Layout.list("(", variables, ")") + " " + expression(using.body());
    }
}
