package dev.hinny.lang.front;

import java.util.ArrayList;
import java.util.List;

/**
 * Prints a document as canonical source, without comments. What it prints reads back to an equal document but for the
 * places; documents with problems print as far as they were understood.
 */
public final class Printer {
    private Printer() {}

    public static String print(Document document) {
        List<String> lines = new ArrayList<>();
        for (Directive directive : document.header()) {
            lines.add(DirectivePrinter.directive(directive));
        }
        Expression body = document.body();
        if (body != null) {
            lines.add("---");
            lines.add(body(body));
        }
        return Layout.lines(String.join(Layout.BREAK, lines)) + "\n";
    }

    /** One expression, as it stands in a body. */
    public static String print(Expression expression) {
        return Layout.lines(body(expression));
    }

    /** One line of a header. */
    public static String print(Directive directive) {
        return Layout.lines(DirectivePrinter.directive(directive));
    }

    /** One type, as {@code typeOf} and messages show it. */
    public static String print(TypeExpression type) {
        return Layout.lines(TypePrinter.type(type));
    }

    private static String body(Expression expression) {
        return ExpressionPrinter.expression(expression);
    }
}
