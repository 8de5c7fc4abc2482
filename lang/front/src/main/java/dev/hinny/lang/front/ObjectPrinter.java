package dev.hinny.lang.front;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints objects, attributes, arrays and the names of keys. */
final class ObjectPrinter {
    private ObjectPrinter() {}

    static String object(Expression.ObjectLiteral object) {
        return Layout.list("{", Layout.each(object.entries(), ObjectPrinter::entry), "}");
    }

    static String array(Expression.ArrayLiteral array) {
        return Layout.list("[", Layout.each(array.elements(), ObjectPrinter::element), "]");
    }

    private static String element(ArrayElement element) {
        return element.condition() == null
                ? ExpressionPrinter.expression(element.value())
                : enclosed(element.value(), element.condition());
    }

    static String entry(ObjectEntry entry) {
        return switch (entry) {
            case ObjectEntry.Pair pair ->
                key(pair.key()) + attributes(pair.attributes()) + ": " + ExpressionPrinter.expression(pair.value());
            case ObjectEntry.Spread spread -> enclosed(spread.value(), spread.condition());
        };
    }

    private static String enclosed(Expression value, @Nullable Expression condition) {
        String printed = "(" + ExpressionPrinter.expression(value) + ")";
        return condition == null ? printed : printed + " if (" + ExpressionPrinter.expression(condition) + ")";
    }

    private static String attributes(List<Attribute> attributes) {
        return attributes.isEmpty()
                ? ""
                : " " + Layout.list("@(", Layout.each(attributes, ObjectPrinter::attribute), ")");
    }

    private static String attribute(Attribute attribute) {
        return switch (attribute) {
            case Attribute.Pair pair -> key(pair.key()) + ": " + ExpressionPrinter.expression(pair.value());
            case Attribute.Spread spread -> enclosed(spread.value(), spread.condition());
        };
    }

    static String key(KeyName key) {
        return switch (key) {
            case KeyName.Dynamic dynamic -> "(" + ExpressionPrinter.expression(dynamic.name()) + ")";
            case KeyName.Fixed fixed -> {
                String name = fixed.name() instanceof Expression.StringLiteral literal
                        ? word(literal.value())
                        : ExpressionPrinter.expression(fixed.name());
                yield fixed.prefix() == null ? name : fixed.prefix() + "#" + name;
            }
        };
    }

    /** A name as it is where it can stand bare, in quotes otherwise. */
    static String word(String name) {
        return Lexer.isWord(name) ? name : LiteralPrinter.string(name);
    }
}
