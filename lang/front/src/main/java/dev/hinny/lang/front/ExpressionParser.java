package dev.hinny.lang.front;

import dev.hinny.lang.front.Expression.Missing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads operators and what they connect; a token between two operands decides by its strength who takes them. */
final class ExpressionParser {
    /** Functions between operands, {@code default}, {@code match}, {@code update}: the loosest, from left to right. */
    private static final int INFIX = 10;

    private static final int OPERAND = 20;
    private static final int TYPE = 90;
    private static final int UNARY = 95;

    private final Grammar grammar;
    private final Cursor cursor;
    /** In a guard, {@code (x) -> body} is a condition and the body of its case, not a lambda. */
    private boolean guard;

    ExpressionParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    Expression expression() {
        boolean outer = guard;
        guard = false;
        Expression read = chain(INFIX);
        guard = outer;
        return read;
    }

    /** The condition between {@code if} and the {@code ->} of a case. */
    Expression guard() {
        boolean outer = guard;
        guard = true;
        Expression read = chain(INFIX);
        guard = outer;
        return read;
    }

    boolean inGuard() {
        return guard;
    }

    private Expression chain(int strength) {
        int outer = cursor.enter();
        int start = cursor.start();
        Expression left = prefix(start);
        while (true) {
            Expression longer = longer(left, start, strength);
            if (longer == null) {
                break;
            }
            left = longer;
            cursor.grow();
        }
        cursor.leave(outer);
        return left;
    }

    private Expression prefix(int start) {
        if (cursor.accept(TokenKind.MINUS)) {
            Expression operand = chain(UNARY);
            return new Expression.Unary(cursor.spanFrom(start), UnaryOperator.MINUS, operand);
        }
        if (cursor.accept(TokenKind.BANG)) {
            Expression operand = chain(UNARY);
            return new Expression.Unary(cursor.spanFrom(start), UnaryOperator.NOT, operand);
        }
        if (cursor.atWord("not") && !grammar.objects.startsPair()) {
            cursor.advance();
            Expression operand = chain(OPERAND);
            return new Expression.Unary(cursor.spanFrom(start), UnaryOperator.NOT, operand);
        }
        return postfix(primary(), start);
    }

    private @Nullable Expression longer(Expression left, int start, int strength) {
        return switch (cursor.kind()) {
            case EQUAL -> binary(BinaryOperator.EQUAL, left, start, strength);
            case NOT_EQUAL -> binary(BinaryOperator.NOT_EQUAL, left, start, strength);
            case SIMILAR -> binary(BinaryOperator.SIMILAR, left, start, strength);
            case LESS -> binary(BinaryOperator.LESS, left, start, strength);
            case LESS_OR_EQUAL -> binary(BinaryOperator.LESS_OR_EQUAL, left, start, strength);
            case GREATER -> binary(BinaryOperator.GREATER, left, start, strength);
            case GREATER_OR_EQUAL -> binary(BinaryOperator.GREATER_OR_EQUAL, left, start, strength);
            case PLUS -> binary(BinaryOperator.PLUS, left, start, strength);
            case MINUS -> binary(BinaryOperator.MINUS, left, start, strength);
            case SHIFT_RIGHT -> binary(BinaryOperator.SHIFT_RIGHT, left, start, strength);
            case SHIFT_LEFT -> binary(BinaryOperator.SHIFT_LEFT, left, start, strength);
            case STAR -> binary(BinaryOperator.TIMES, left, start, strength);
            case SLASH -> binary(BinaryOperator.DIVIDE, left, start, strength);
            case WITH_METADATA -> strength > INFIX ? null : withMetadata(left, start);
            case PLUS_PLUS, MINUS_MINUS -> strength > INFIX ? null : infix(left, start, symbolName());
            case WORD -> word(left, start, strength);
            case END, NUMBER, QUOTE, DOLLARS, UNKNOWN, UNDEFINED, SEPARATOR, ARROW, FAT_ARROW, SUBTYPE, DOUBLE_COLON,
                    DOUBLE_DOT, LEFT_PAREN, RIGHT_PAREN, LEFT_BRACKET, RIGHT_BRACKET, LEFT_BRACE, RIGHT_BRACE, COMMA,
                    COLON, DOT, ASSIGN, BANG, QUESTION, TILDE, AT, HASH, CARET, AMPERSAND, BAR, PERCENT -> null;
        };
    }

    private @Nullable Expression binary(BinaryOperator operator, Expression left, int start, int strength) {
        if (operator.strength() < strength) {
            return null;
        }
        cursor.advance();
        Expression right = chain(operator.strength() + 1);
        return new Expression.Binary(cursor.spanFrom(start), operator, left, right);
    }

    private Expression withMetadata(Expression left, int start) {
        cursor.advance();
        Expression right = chain(OPERAND);
        return new Expression.Binary(cursor.spanFrom(start), BinaryOperator.WITH_METADATA, left, right);
    }

    private @Nullable Expression word(Expression left, int start, int strength) {
        return switch (cursor.word()) {
            case "or" -> binary(BinaryOperator.OR, left, start, strength);
            case "and" -> binary(BinaryOperator.AND, left, start, strength);
            case "as" -> strength > TYPE ? null : coerce(left, start);
            case "is" -> strength > TYPE ? null : typeTest(left, start);
            default -> strength > INFIX ? null : loose(left, start);
        };
    }

    private Expression coerce(Expression left, int start) {
        cursor.advance();
        TypeExpression type = grammar.types.type();
        return new Expression.Coerce(cursor.spanFrom(start), left, type);
    }

    private Expression typeTest(Expression left, int start) {
        cursor.advance();
        TypeExpression type = grammar.types.type();
        return new Expression.TypeTest(cursor.spanFrom(start), left, type);
    }

    private @Nullable Expression loose(Expression left, int start) {
        if (!Words.isInfix(cursor)) {
            return null;
        }
        boolean braceNext = cursor.peek().is(TokenKind.LEFT_BRACE);
        if (cursor.atWord("match") && braceNext) {
            return grammar.patterns.match(left, start);
        }
        if (cursor.atWord("update") && braceNext) {
            return grammar.patterns.update(left, start);
        }
        if (cursor.acceptWord("default")) {
            Expression fallback = chain(OPERAND);
            return new Expression.DefaultValue(cursor.spanFrom(start), left, fallback);
        }
        if (Leftovers.isInfix(cursor)) {
            return null;
        }
        return infix(left, start, grammar.names.qualified("the name of a function"));
    }

    private QualifiedName symbolName() {
        QualifiedName name = new QualifiedName(cursor.currentSpan(), null, List.of(), cursor.word());
        cursor.advance();
        return name;
    }

    private Expression infix(Expression left, int start, QualifiedName function) {
        boolean scope = !InfixFunctions.takesValue(function);
        boolean certain = InfixFunctions.takesFunction(function);
        Expression right = scope ? implicitLambda(certain, () -> chain(OPERAND)) : chain(OPERAND);
        return new Expression.Infix(cursor.spanFrom(start), function, left, right);
    }

    /** Reads a piece in which {@code $} is a parameter, and makes it a function where it uses one. */
    Expression implicitLambda(boolean certain, java.util.function.Supplier<Expression> piece) {
        int outer = grammar.implicits.open(true);
        Expression body = piece.get();
        boolean explicit = body instanceof Expression.Lambda;
        int used = grammar.implicits.close(outer, true, certain && !explicit ? Integer.MAX_VALUE : 0);
        return used == 0 || explicit ? body : new Expression.ImplicitLambda(body.span(), used, certain, body);
    }

    private Expression postfix(Expression first, int start) {
        Expression target = first;
        while (true) {
            Expression longer =
                    switch (cursor.kind()) {
                        case DOT, DOUBLE_DOT, LEFT_BRACKET -> grammar.selectors.select(target, start);
                        case LEFT_PAREN -> callable(target) ? call(target, start, List.of()) : null;
                        case LESS -> cursor.adjacent() && callable(target) ? typedCall(target, start) : null;
                        case LEFT_BRACE ->
                            cursor.adjacent() && target instanceof Expression.Reference
                                    ? callWithObject(target, start)
                                    : null;
                        default -> null;
                    };
            if (longer == null) {
                return target;
            }
            target = longer;
            cursor.grow();
        }
    }

    private static boolean callable(Expression target) {
        return switch (target) {
            case Expression.StringLiteral _, Expression.NumberLiteral _, Expression.BooleanLiteral _ -> false;
            case Expression.NullLiteral _, Expression.TemporalLiteral _, Expression.RegexLiteral _ -> false;
            case Expression.Template _, Expression.ArrayLiteral _, Expression.Missing _ -> false;
            case Expression.ObjectLiteral _, Expression.Undefined _ -> false;
            default -> true;
        };
    }

    private Expression call(Expression function, int start, List<TypeExpression> typeArguments) {
        int open = cursor.start();
        cursor.advance();
        List<Expression> arguments = new ArrayList<>();
        boolean outermost = !grammar.implicits.inScope();
        int before = grammar.implicits.used();
        boolean partial = false;
        while (!cursor.at(TokenKind.RIGHT_PAREN) && !cursor.at(TokenKind.END)) {
            int position = cursor.start();
            int outer = grammar.implicits.open(false);
            Expression argument = expression();
            int used = grammar.implicits.close(outer, false, 0);
            partial |= argument instanceof Expression.ImplicitParameter;
            if (outermost && used > 0 && !(argument instanceof Expression.ImplicitParameter)) {
                grammar.implicits.restore(before);
                argument = new Expression.ImplicitLambda(argument.span(), used, true, argument);
            }
            arguments.add(argument);
            if (!separated(TokenKind.RIGHT_PAREN, position)) {
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

    /** Takes the comma behind an element; false at the end of the list, which the caller then closes. */
    boolean separated(TokenKind closing, int elementStart) {
        if (cursor.accept(TokenKind.COMMA)) {
            return true;
        }
        if (cursor.at(closing)) {
            return false;
        }
        if (!cursor.at(TokenKind.END)) {
            cursor.expected("',' or '" + closing.symbol() + "'", "");
        }
        if (startsElement() && cursor.start() > elementStart) {
            return true;
        }
        cursor.skipToBoundary();
        return cursor.accept(TokenKind.COMMA);
    }

    private boolean startsElement() {
        return cursor.current().lineBefore()
                && (cursor.at(TokenKind.QUOTE)
                        || cursor.at(TokenKind.LEFT_PAREN)
                        || (cursor.at(TokenKind.WORD) && grammar.objects.startsPair()));
    }

    private @Nullable Expression typedCall(Expression function, int start) {
        Cursor.Mark mark = cursor.mark();
        List<TypeExpression> arguments = grammar.types.arguments();
        if (!cursor.problemsSince(mark) && !arguments.isEmpty() && cursor.at(TokenKind.LEFT_PAREN) && cursor.adjacent()) {
            return call(function, start, arguments);
        }
        cursor.reset(mark);
        return null;
    }

    private Expression callWithObject(Expression function, int start) {
        Expression argument = grammar.objects.object();
        return new Expression.Call(cursor.spanFrom(start), function, List.of(), List.of(argument));
    }

    private Expression primary() {
        int start = cursor.start();
        return switch (cursor.kind()) {
            case WORD -> wordPrimary(start);
            case NUMBER, QUOTE, BAR, SLASH -> {
                Expression literal = grammar.literals.literal();
                yield cursor.at(TokenKind.COLON) || grammar.objects.startsAttributes()
                        ? grammar.objects.pairOf(start, literal)
                        : literal;
            }
            case DOLLARS -> {
                int index = cursor.current().end() - cursor.start();
                cursor.advance();
                grammar.implicits.use(index);
                yield new Expression.ImplicitParameter(cursor.spanFrom(start), index);
            }
            case UNDEFINED -> {
                cursor.advance();
                yield new Expression.Undefined(cursor.spanFrom(start));
            }
            case LEFT_PAREN -> parenthesised(start);
            case LEFT_BRACKET -> grammar.objects.array();
            case LEFT_BRACE -> grammar.objects.object();
            case LESS -> {
                Expression lambda = grammar.lambdas.lambda();
                yield lambda != null ? lambda : missing();
            }
            default -> missing();
        };
    }

    private Expression wordPrimary(int start) {
        if (grammar.objects.startsPair()) {
            return grammar.objects.pair(start);
        }
        String word = cursor.word();
        switch (word) {
            case "true", "false", "null" -> {
                return grammar.literals.literal();
            }
            case "if", "unless" -> {
                return conditional(start, "unless".equals(word));
            }
            case "using" -> {
                if (cursor.peek().is(TokenKind.LEFT_PAREN)) {
                    return using(start);
                }
            }
            case "do" -> {
                if (cursor.peek().is(TokenKind.LEFT_BRACE)) {
                    return doScope(start);
                }
            }
            default -> {}
        }
        if (!Words.isName(word) || (cursor.current().lineBefore() && Words.startsDirective(cursor))) {
            return missing();
        }
        QualifiedName name = grammar.names.qualified("a name");
        if (cursor.at(TokenKind.QUOTE) && cursor.text.charAt(cursor.start()) == '`') {
            return grammar.literals.customTemplate(start, name);
        }
        return new Expression.Reference(name.span(), name);
    }

    private Expression missing() {
        cursor.expected("an expression", "");
        return new Missing(cursor.span(cursor.start(), cursor.start()));
    }

    private Expression parenthesised(int start) {
        if (!guard) {
            Expression lambda = grammar.lambdas.lambda();
            if (lambda != null) {
                return lambda;
            }
        }
        cursor.advance();
        Expression inner = expression();
        if (!cursor.expectClosing(TokenKind.RIGHT_PAREN, start)) {
            cursor.skipToBoundary();
            cursor.accept(TokenKind.RIGHT_PAREN);
        } else if (cursor.at(TokenKind.COLON) || grammar.objects.startsAttributes()) {
            return grammar.objects.dynamicPair(start, inner);
        }
        return inner;
    }

    private Expression conditional(int start, boolean unless) {
        cursor.advance();
        int open = cursor.start();
        Expression condition;
        if (cursor.expect(TokenKind.LEFT_PAREN, "behind '" + (unless ? "unless" : "if") + "'")) {
            condition = expression();
            if (!cursor.expectClosing(TokenKind.RIGHT_PAREN, open)) {
                cursor.skipToBoundary();
                cursor.accept(TokenKind.RIGHT_PAREN);
            }
        } else {
            condition = expression();
        }
        Expression first = expression();
        Expression second;
        if (cursor.acceptWord("else")) {
            second = expression();
        } else {
            cursor.expected("'else'", Leftovers.hint(cursor).isEmpty() ? "an 'if' needs an 'else'; write 'else null' for nothing" : "");
            second = new Missing(cursor.span(cursor.start(), cursor.start()));
        }
        return unless
                ? new Expression.Unless(cursor.spanFrom(start), condition, first, second)
                : new Expression.If(cursor.spanFrom(start), condition, first, second);
    }

    private Expression using(int start) {
        cursor.advance();
        int open = cursor.start();
        cursor.advance();
        List<Directive.Variable> variables = new ArrayList<>();
        while (!cursor.at(TokenKind.RIGHT_PAREN) && !cursor.at(TokenKind.END)) {
            int position = cursor.start();
            variables.add(grammar.directives.variable(position, List.of()));
            if (!separated(TokenKind.RIGHT_PAREN, position)) {
                break;
            }
        }
        cursor.expectClosing(TokenKind.RIGHT_PAREN, open);
        Expression body = expression();
        return new Expression.Using(cursor.spanFrom(start), variables, body);
    }

    private Expression doScope(int start) {
        cursor.advance();
        int open = cursor.start();
        cursor.advance();
        List<Directive> declarations = grammar.directives.directives();
        if (!cursor.accept(TokenKind.SEPARATOR) && !declarations.isEmpty()) {
            cursor.expected("'---' between the declarations and the body of 'do'", "");
        }
        Expression body = expression();
        if (!cursor.expectClosing(TokenKind.RIGHT_BRACE, open)) {
            cursor.skipToBoundary();
            cursor.accept(TokenKind.RIGHT_BRACE);
        }
        return new Expression.Do(cursor.spanFrom(start), declarations, body);
    }
}
