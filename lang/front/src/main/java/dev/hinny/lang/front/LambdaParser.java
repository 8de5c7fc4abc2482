package dev.hinny.lang.front;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads lambdas and the parameters of functions. */
final class LambdaParser {
    private final Grammar grammar;
    private final Cursor cursor;
    /** Where a parenthesis is known not to open a lambda, so that nesting does not multiply the attempts. */
    private final Set<Integer> noLambda = new HashSet<>();

    LambdaParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    /** The lambda that begins here, or null with nothing taken. */
    @Nullable
    Expression lambda() {
        int start = cursor.start();
        if (noLambda.contains(start) || !maybeLambda()) {
            return null;
        }
        Cursor.Mark mark = cursor.mark();
        int used = grammar.implicits.used();
        List<TypeParameter> typeParameters = grammar.types.parameters();
        if (cursor.at(TokenKind.LEFT_PAREN)) {
            List<Parameter> parameters = parameters();
            TypeExpression returnType = cursor.accept(TokenKind.COLON) ? grammar.types.returnType() : null;
            if (!cursor.problemsSince(mark) && cursor.accept(TokenKind.ARROW)) {
                Expression body = grammar.expressions.expression();
                return new Expression.Lambda(cursor.spanFrom(start), typeParameters, parameters, returnType, body);
            }
        }
        cursor.reset(mark);
        grammar.implicits.restore(used);
        noLambda.add(start);
        return null;
    }

    private boolean maybeLambda() {
        Token first = cursor.peek();
        if (cursor.at(TokenKind.LESS)) {
            return true;
        }
        return switch (first.kind()) {
            case RIGHT_PAREN, AT -> true;
            case WORD ->
                switch (cursor.peekAfter(first).kind()) {
                    case COMMA, RIGHT_PAREN, COLON, ASSIGN -> true;
                    default -> false;
                };
            default -> false;
        };
    }

    /** {@code (a: T = 1, b)}; the opening parenthesis is the current token. */
    List<Parameter> parameters() {
        int open = cursor.start();
        cursor.advance();
        List<Parameter> parameters = new ArrayList<>();
        while (!cursor.at(TokenKind.RIGHT_PAREN) && !cursor.at(TokenKind.END)) {
            int position = cursor.start();
            parameters.add(parameter());
            if (!grammar.lists.separated(TokenKind.RIGHT_PAREN, position)) {
                break;
            }
        }
        cursor.expectClosing(TokenKind.RIGHT_PAREN, open);
        return parameters;
    }

    private Parameter parameter() {
        int start = cursor.start();
        List<Annotation> annotations = grammar.directives.annotations();
        Name name = grammar.names.name("the name of a parameter");
        TypeExpression type = cursor.accept(TokenKind.COLON) ? grammar.types.type() : null;
        Expression value = cursor.accept(TokenKind.ASSIGN) ? grammar.expressions.expression() : null;
        return new Parameter(cursor.spanFrom(start), annotations, name, type, value);
    }
}
