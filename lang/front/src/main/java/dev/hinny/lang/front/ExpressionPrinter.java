package dev.hinny.lang.front;

import java.util.List;
import java.util.StringJoiner;

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
            case Expression.Missing _, Expression.Undefined _, Expression.NullLiteral _, Expression.BooleanLiteral _,
                    Expression.NumberLiteral _, Expression.StringLiteral _, Expression.Template _,
                    Expression.CustomTemplate _, Expression.TemporalLiteral _, Expression.RegexLiteral _,
                    Expression.Reference _, Expression.ImplicitParameter _, Expression.ObjectLiteral _,
                    Expression.ObjectPrepend _, Expression.ArrayLiteral _, Expression.ArrayPrepend _, Expression.Do _ ->
                PRIMARY;
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
            case Expression.Binary it -> binary(it);
            case Expression.DefaultValue it ->
                print(it.value(), INFIX) + " default " + print(it.fallback(), OPERAND);
            case Expression.Infix it ->
                print(it.left(), INFIX) + " " + it.function() + " " + print(it.right(), OPERAND);
            case Expression.Call it -> call(it);
            case Expression.Select it -> select(it);
            case Expression.Coerce it -> print(it.value(), UNARY) + " as " + TypePrinter.type(it.type());
            case Expression.TypeTest it -> print(it.value(), UNARY) + " is " + TypePrinter.type(it.type());
            case Expression.If it ->
                "if (" + expression(it.condition()) + ") " + branch(it.whenTrue()) + " else "
                        + expression(it.whenFalse());
            case Expression.Unless it ->
                "unless (" + expression(it.condition()) + ") " + branch(it.whenFalse()) + " else "
                        + expression(it.whenTrue());
            case Expression.Do it -> doScope(it);
            case Expression.Using it -> using(it);
            case Expression.Match it -> PatternPrinter.match(print(it.subject(), INFIX), it.cases());
            case Expression.Update it -> PatternPrinter.update(print(it.subject(), INFIX), it.cases());
            case Expression.Lambda it ->
                TypePrinter.parameters(it.typeParameters())
                        + DirectivePrinter.parameters(it.parameters())
                        + (it.returnType() == null ? "" : ": " + TypePrinter.type(it.returnType()))
                        + " -> "
                        + expression(it.body());
        };
    }

    private static String branch(Expression branch) {
        return print(branch, INFIX);
    }

    private static String unary(Expression.Unary unary) {
        boolean doubled = unary.operator() == UnaryOperator.MINUS
                && unary.operand() instanceof Expression.Unary inner
                && inner.operator() == UnaryOperator.MINUS;
        return unary.operator().symbol() + print(unary.operand(), doubled ? POSTFIX : UNARY);
    }

    private static String binary(Expression.Binary binary) {
        int strength = binary.operator().strength();
        boolean loose = binary.operator() == BinaryOperator.WITH_METADATA;
        return print(binary.left(), strength) + " " + binary.operator().symbol() + " "
                + print(binary.right(), loose ? OPERAND : strength + 1);
    }

    private static String call(Expression.Call call) {
        List<String> arguments =
                call.arguments().stream().map(ExpressionPrinter::expression).toList();
        return target(call.function()) + TypePrinter.arguments(call.typeArguments())
                + Layout.list("(", arguments, ")");
    }

    private static String select(Expression.Select select) {
        String presence =
                switch (select.presence()) {
                    case NONE -> "";
                    case EXISTS -> "?";
                    case ASSERT -> "!";
                };
        return target(select.target()) + SelectorPrinter.selector(select.selector()) + presence;
    }

    /** What a selector or an argument list follows; some of them would not be taken for one without parentheses. */
    private static String target(Expression target) {
        boolean enclosed =
                switch (target) {
                    case Expression.NumberLiteral _, Expression.Missing _, Expression.ImplicitLambda _ -> true;
                    default -> false;
                };
        return enclosed ? "(" + print(target) + ")" : print(target, POSTFIX);
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
        List<String> variables =
                using.declarations().stream().map(DirectivePrinter::definition).toList();
        return "using " + Layout.list("(", variables, ")") + " " + expression(using.body());
    }
}
