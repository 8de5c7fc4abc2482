package dev.hinny.lang.formats.dw;

import dev.hinny.base.Problem;
import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.front.ArrayElement;
import dev.hinny.lang.front.Attribute;
import dev.hinny.lang.front.Directive;
import dev.hinny.lang.front.Document;
import dev.hinny.lang.front.Expression;
import dev.hinny.lang.front.KeyName;
import dev.hinny.lang.front.ObjectEntry;
import dev.hinny.lang.front.UnaryOperator;

/** Documents that hold literals only. */
final class OnlyData {
    private OnlyData() {}

    /** @throws FormatException when there is anything to compute */
    static void check(Document document) {
        for (Directive directive : document.header()) {
            if (directive instanceof Directive.Function
                    || directive instanceof Directive.Variable
                    || directive instanceof Directive.Import) {
                throw computed(directive.span());
            }
        }
        if (document.body() != null) {
            check(document.body());
        }
    }

    private static void check(Expression expression) {
        switch (expression) {
            case Expression.ObjectLiteral object -> object.entries().forEach(OnlyData::check);
            case Expression.ArrayLiteral array -> {
                for (ArrayElement element : array.elements()) {
                    require(element.condition() == null, element.span());
                    check(element.value());
                }
            }
            case Expression.Coerce coerce -> check(coerce.value());
            case Expression.Unary unary -> {
                require(unary.operator() == UnaryOperator.MINUS, unary.span());
                check(unary.operand());
            }
            case Expression.NullLiteral _,
                    Expression.BooleanLiteral _,
                    Expression.NumberLiteral _,
                    Expression.StringLiteral _,
                    Expression.TemporalLiteral _,
                    Expression.RegexLiteral _,
                    Expression.Missing _ -> {}
            default -> throw computed(expression.span());
        }
    }

    private static void check(ObjectEntry entry) {
        if (!(entry instanceof ObjectEntry.Pair pair) || !isFixed(pair.key())) {
            throw computed(entry.span());
        }
        for (Attribute attribute : pair.attributes()) {
            if (!(attribute instanceof Attribute.Pair one) || !isFixed(one.key())) {
                throw computed(attribute.span());
            }
            check(one.value());
        }
        check(pair.value());
    }

    private static boolean isFixed(KeyName name) {
        return name instanceof KeyName.Fixed fixed && fixed.name() instanceof Expression.StringLiteral;
    }

    private static void require(boolean data, SourceSpan place) {
        if (!data) {
            throw computed(place);
        }
    }

    private static FormatException computed(SourceSpan place) {
        return new FormatException(Problem.error(
                "NOT-DATA",
                place,
                "the document computes something, which 'onlyData' does not allow",
                "write the value itself, or leave out onlyData=true"));
    }
}
