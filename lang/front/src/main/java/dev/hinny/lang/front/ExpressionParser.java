package dev.hinny.lang.front;

import dev.hinny.lang.front.Expression.Missing;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads operators and what they connect; a token between two operands decides by its strength who takes them. */
final class ExpressionParser {
    /** Functions between operands, {@code default}, {@code match}, {@code update}: the loosest, from left to right. */
    private static final int INFIX = 10;

    private static final int OPERAND = 20;
    private static final int TYPE_TEST = 50;
    private static final int COERCION = 90;
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
            case END,
                    NUMBER,
                    QUOTE,
                    DOLLARS,
                    UNKNOWN,
                    UNDEFINED,
                    SEPARATOR,
                    ARROW,
                    FAT_ARROW,
                    SUBTYPE,
                    DOUBLE_COLON,
                    DOUBLE_DOT,
                    LEFT_PAREN,
                    RIGHT_PAREN,
                    LEFT_BRACKET,
                    RIGHT_BRACKET,
                    LEFT_BRACE,
                    RIGHT_BRACE,
                    COMMA,
                    COLON,
                    DOT,
                    ASSIGN,
                    BANG,
                    QUESTION,
                    TILDE,
                    AT,
                    HASH,
                    CARET,
                    AMPERSAND,
                    BAR,
                    PERCENT -> null;
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
            case "as" -> strength > COERCION ? null : coerce(left, start);
            case "is" -> strength > TYPE_TEST ? null : typeTest(left, start);
            default -> strength > INFIX ? null : loose(left, start);
        };
    }

    private Expression coerce(Expression left, int start) {
        cursor.advance();
        TypeExpression type = grammar.types.operandType();
        return new Expression.Coerce(cursor.spanFrom(start), left, type);
    }

    private Expression typeTest(Expression left, int start) {
        cursor.advance();
        TypeExpression type = grammar.types.operandType();
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
        if (left instanceof Expression.Reference callee
                && callee.name().isSimple()
                && !InfixFunctions.isKnown(function)
                && endsPiece()) {
            cursor.expected(
                    "an expression behind '" + function + "'",
                    "to call '" + callee.name() + "' write '" + callee.name() + "(" + function + ")'");
        }
        boolean scope = !InfixFunctions.takesValue(function);
        boolean certain = InfixFunctions.takesFunction(function);
        Expression right = scope ? implicitLambda(certain, () -> chain(OPERAND)) : chain(OPERAND);
        return new Expression.Infix(cursor.spanFrom(start), function, left, right);
    }

    private boolean endsPiece() {
        return switch (cursor.kind()) {
            case END, COMMA, RIGHT_PAREN, RIGHT_BRACKET, RIGHT_BRACE, SEPARATOR -> true;
            default -> false;
        };
    }

    /** Reads a piece in which {@code $} is a parameter, and makes it a function where it uses one. */
    Expression implicitLambda(boolean certain, Supplier<Expression> piece) {
        int outer = grammar.implicits.open(true);
        Expression body = piece.get();
        boolean explicit = body instanceof Expression.Lambda;
        int used = grammar.implicits.close(outer, true, certain && !explicit ? Integer.MAX_VALUE : 0);
        return used == 0 || explicit ? body : new Expression.ImplicitLambda(body.span(), used, certain, body);
    }

    private Expression postfix(Expression first, int start) {
        Expression target = first;
        while (true) {
            Expression longer = switch (cursor.kind()) {
                case DOUBLE_DOT ->
                    target instanceof Expression.NumberLiteral ? null : grammar.selectors.select(target, start);
                case DOT, LEFT_BRACKET -> grammar.selectors.select(target, start);
                case LEFT_PAREN -> callable(target) ? grammar.calls.call(target, start, List.of()) : null;
                case LESS -> cursor.adjacent() && callable(target) ? grammar.calls.typedCall(target, start) : null;
                case LEFT_BRACE ->
                    cursor.adjacent() && target instanceof Expression.Reference
                            ? grammar.calls.callWithObject(target, start)
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
                return grammar.scopes.conditional();
            }
            case "using" -> {
                if (cursor.peek().is(TokenKind.LEFT_PAREN)) {
                    return grammar.scopes.using(start);
                }
            }
            case "do" -> {
                if (cursor.peek().is(TokenKind.LEFT_BRACE)) {
                    return grammar.scopes.doScope(start);
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
        int innerStart = cursor.start();
        Expression inner = expression();
        if (inner instanceof Expression.ObjectLiteral && cursor.acceptWord("if")) {
            inner = conditionalPair(innerStart, inner);
        }
        if (!cursor.expectClosing(TokenKind.RIGHT_PAREN, start)) {
            cursor.skipToBoundary();
            cursor.accept(TokenKind.RIGHT_PAREN);
        } else if (cursor.at(TokenKind.COLON) || grammar.objects.startsAttributes()) {
            return grammar.objects.dynamicPair(start, inner);
        }
        return inner;
    }

    /** {@code ((key): value) if condition} in parentheses: an object of one pair or none. */
    private Expression conditionalPair(int start, Expression pair) {
        ObjectEntry entry = new ObjectEntry.Spread(cursor.spanFrom(start), pair, expression());
        return new Expression.ObjectLiteral(cursor.spanFrom(start), List.of(entry));
    }
}
