package dev.hinny.lang.front;

import dev.hinny.lang.front.Expression.Missing;
import java.util.ArrayList;
import java.util.List;

/** Reads what begins with {@code if}, {@code unless}, {@code do} and {@code using}. */
final class ScopeParser {
    private final Grammar grammar;
    private final Cursor cursor;

    ScopeParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    /** {@code if (c) a else if (d) b else e}, read without nesting so that such a chain may be long. */
    Expression conditional() {
        List<Arm> arms = new ArrayList<>();
        do {
            arms.add(arm());
        } while (cursor.acceptWord("else")
                && (cursor.atWord("if") || cursor.atWord("unless"))
                && !grammar.objects.startsPair());
        Expression result;
        if (cursor.previousEnd() == arms.get(arms.size() - 1).end()) {
            cursor.expected("'else'", "an 'if' needs an 'else'; write 'else null' for nothing");
            result = new Missing(cursor.span(cursor.start(), cursor.start()));
        } else {
            result = grammar.expressions.expression();
        }
        for (Arm arm : arms.reversed()) {
            cursor.grow();
            result = arm.unless()
                    ? new Expression.Unless(cursor.spanFrom(arm.start()), arm.condition(), arm.branch(), result)
                    : new Expression.If(cursor.spanFrom(arm.start()), arm.condition(), arm.branch(), result);
        }
        return result;
    }

    private record Arm(int start, boolean unless, Expression condition, Expression branch, int end) {}

    private Arm arm() {
        int start = cursor.start();
        boolean unless = cursor.atWord("unless");
        cursor.advance();
        int open = cursor.start();
        Expression condition;
        if (cursor.expect(TokenKind.LEFT_PAREN, "behind '" + (unless ? "unless" : "if") + "'")) {
            condition = grammar.expressions.expression();
            if (!cursor.expectClosing(TokenKind.RIGHT_PAREN, open)) {
                cursor.skipToBoundary();
                cursor.accept(TokenKind.RIGHT_PAREN);
            }
        } else {
            condition = grammar.expressions.expression();
        }
        Expression branch = grammar.expressions.expression();
        return new Arm(start, unless, condition, branch, cursor.previousEnd());
    }

    Expression using(int start) {
        cursor.advance();
        int open = cursor.start();
        cursor.advance();
        List<Directive.Variable> variables = new ArrayList<>();
        while (!cursor.at(TokenKind.RIGHT_PAREN) && !cursor.at(TokenKind.END)) {
            int position = cursor.start();
            variables.add(grammar.directives.variable(position, List.of()));
            if (!grammar.lists.separated(TokenKind.RIGHT_PAREN, position)) {
                break;
            }
        }
        cursor.expectClosing(TokenKind.RIGHT_PAREN, open);
        Expression body = grammar.expressions.expression();
        return new Expression.Using(cursor.spanFrom(start), variables, body);
    }

    Expression doScope(int start) {
        cursor.advance();
        int open = cursor.start();
        cursor.advance();
        List<Directive> declarations = grammar.directives.directives();
        if (!cursor.accept(TokenKind.SEPARATOR) && !declarations.isEmpty()) {
            cursor.expected("'---' between the declarations and the body of 'do'", "");
        }
        Expression body = grammar.expressions.expression();
        if (!cursor.expectClosing(TokenKind.RIGHT_BRACE, open)) {
            cursor.skipToBoundary();
            cursor.accept(TokenKind.RIGHT_BRACE);
        }
        return new Expression.Do(cursor.spanFrom(start), declarations, body);
    }
}
