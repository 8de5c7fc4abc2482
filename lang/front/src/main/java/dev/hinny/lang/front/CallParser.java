package dev.hinny.lang.front;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the arguments of calls. */
final class CallParser {
    private final Grammar grammar;
    private final Cursor cursor;

    CallParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    Expression call(Expression function, int start, List<TypeExpression> typeArguments) {
        int open = cursor.start();
        cursor.advance();
        List<Expression> arguments = new ArrayList<>();
        boolean outermost = !grammar.implicits.inScope();
        int before = grammar.implicits.used();
        boolean partial = false;
        while (!cursor.at(TokenKind.RIGHT_PAREN) && !cursor.at(TokenKind.END)) {
            int position = cursor.start();
            int outer = grammar.implicits.open(false);
            Expression argument = grammar.expressions.expression();
            int used = grammar.implicits.close(outer, false, 0);
            partial |= argument instanceof Expression.ImplicitParameter;
            if (outermost && used > 0 && !(argument instanceof Expression.ImplicitParameter)) {
                grammar.implicits.restore(before);
                argument = new Expression.ImplicitLambda(argument.span(), used, true, argument);
            }
            arguments.add(argument);
            if (!grammar.lists.separated(TokenKind.RIGHT_PAREN, position)) {
                break;
            }
        }
        cursor.expectClosing(TokenKind.RIGHT_PAREN, open);
        Expression call = new Expression.Call(cursor.spanFrom(start), function, typeArguments, arguments);
        if (outermost && partial) {
            int used = grammar.implicits.used();
            grammar.implicits.restore(before);
            return new Expression.ImplicitLambda(call.span(), Math.max(1, used), true, call);
        }
        return call;
    }

    @Nullable
    Expression typedCall(Expression function, int start) {
        Cursor.Mark mark = cursor.mark();
        List<TypeExpression> arguments = grammar.types.arguments();
        if (!cursor.problemsSince(mark)
                && !arguments.isEmpty()
                && cursor.at(TokenKind.LEFT_PAREN)
                && cursor.adjacent()) {
            return call(function, start, arguments);
        }
        cursor.reset(mark);
        return null;
    }

    Expression callWithObject(Expression function, int start) {
        Expression argument = grammar.objects.object();
        return new Expression.Call(cursor.spanFrom(start), function, List.of(), List.of(argument));
    }
}
