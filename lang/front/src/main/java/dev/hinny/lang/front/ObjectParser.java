package dev.hinny.lang.front;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads objects, attributes and arrays. */
final class ObjectParser {
    private final Grammar grammar;
    private final Cursor cursor;

    ObjectParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    /** Whether the current word is the key of a pair without braces. */
    boolean startsPair() {
        Token next = cursor.peek();
        if (next.is(TokenKind.HASH)) {
            return next.start() == cursor.current().end();
        }
        return next.is(TokenKind.COLON)
                || (next.is(TokenKind.AT) && cursor.peekAfter(next).is(TokenKind.LEFT_PAREN));
    }

    boolean startsAttributes() {
        return cursor.at(TokenKind.AT) && cursor.peek().is(TokenKind.LEFT_PAREN);
    }

    /** {@code key: value} without braces. */
    Expression pair(int start) {
        return single(start, fixedPair(start, grammar.names.key("a key")));
    }

    /** {@code "key": value} without braces, the key already read. */
    Expression pairOf(int start, Expression key) {
        if (!(key instanceof Expression.StringLiteral) && !(key instanceof Expression.Template)) {
            cursor.expected("an operator", "write a key that is not a name in quotes");
        }
        return single(start, fixedPair(start, new KeyName.Fixed(key.span(), null, key)));
    }

    /** {@code (key): value} without braces, the key already read. */
    Expression dynamicPair(int start, Expression key) {
        return single(start, fixedPair(start, new KeyName.Dynamic(cursor.spanFrom(start), key)));
    }

    private Expression single(int start, ObjectEntry entry) {
        return new Expression.ObjectLiteral(cursor.spanFrom(start), List.of(entry));
    }

    private ObjectEntry.Pair fixedPair(int start, KeyName key) {
        List<Attribute> attributes = attributes();
        if (!cursor.accept(TokenKind.COLON)) {
            cursor.expected(
                    "':' behind the key",
                    cursor.at(TokenKind.COMMA) || cursor.at(TokenKind.RIGHT_BRACE) || cursor.at(TokenKind.DOT)
                            ? "an entry is 'key: value'; put an object to include in parentheses"
                            : "");
            Expression missing = new Expression.Missing(cursor.span(cursor.start(), cursor.start()));
            return new ObjectEntry.Pair(cursor.spanFrom(start), key, attributes, missing);
        }
        Expression value = grammar.expressions.expression();
        return new ObjectEntry.Pair(cursor.spanFrom(start), key, attributes, value);
    }

    Expression object() {
        int open = cursor.start();
        cursor.advance();
        List<ObjectEntry> entries = new ArrayList<>();
        while (!cursor.at(TokenKind.RIGHT_BRACE) && !cursor.at(TokenKind.END)) {
            int position = cursor.start();
            ObjectEntry entry = entry();
            if (entries.isEmpty() && cursor.accept(TokenKind.TILDE)) {
                Expression tail = grammar.expressions.expression();
                close(TokenKind.RIGHT_BRACE, open);
                return new Expression.ObjectPrepend(cursor.spanFrom(open), entry, tail);
            }
            entries.add(entry);
            if (!grammar.lists.separated(TokenKind.RIGHT_BRACE, position)) {
                break;
            }
        }
        close(TokenKind.RIGHT_BRACE, open);
        return new Expression.ObjectLiteral(cursor.spanFrom(open), entries);
    }

    private void close(TokenKind closing, int open) {
        if (!cursor.expectClosing(closing, open) && !cursor.at(TokenKind.END)) {
            cursor.skipToBoundary();
            cursor.accept(closing);
        }
    }

    private ObjectEntry entry() {
        int start = cursor.start();
        if (!cursor.at(TokenKind.LEFT_PAREN)) {
            return fixedPair(start, grammar.names.key("a key"));
        }
        Expression inner = enclosed();
        if (cursor.at(TokenKind.COLON) || startsAttributes()) {
            return fixedPair(start, new KeyName.Dynamic(cursor.spanFrom(start), inner));
        }
        Expression condition = condition();
        return new ObjectEntry.Spread(cursor.spanFrom(start), inner, condition);
    }

    private Expression enclosed() {
        int open = cursor.start();
        cursor.advance();
        Expression inner = grammar.expressions.expression();
        close(TokenKind.RIGHT_PAREN, open);
        return inner;
    }

    private @Nullable Expression condition() {
        return cursor.acceptWord("if") ? grammar.expressions.expression() : null;
    }

    private List<Attribute> attributes() {
        if (!startsAttributes()) {
            return List.of();
        }
        cursor.advance();
        int open = cursor.start();
        cursor.advance();
        List<Attribute> attributes = new ArrayList<>();
        while (!cursor.at(TokenKind.RIGHT_PAREN) && !cursor.at(TokenKind.END)) {
            int position = cursor.start();
            attributes.add(attribute());
            if (!grammar.lists.separated(TokenKind.RIGHT_PAREN, position)) {
                break;
            }
        }
        close(TokenKind.RIGHT_PAREN, open);
        return attributes;
    }

    private Attribute attribute() {
        int start = cursor.start();
        KeyName key;
        if (cursor.at(TokenKind.LEFT_PAREN)) {
            Expression inner = enclosed();
            if (!cursor.at(TokenKind.COLON)) {
                Expression condition = condition();
                return new Attribute.Spread(cursor.spanFrom(start), inner, condition);
            }
            key = new KeyName.Dynamic(cursor.spanFrom(start), inner);
        } else {
            key = grammar.names.key("the name of an attribute");
        }
        Expression value = cursor.expect(TokenKind.COLON, "behind the name of the attribute")
                ? grammar.expressions.expression()
                : new Expression.Missing(cursor.span(cursor.start(), cursor.start()));
        return new Attribute.Pair(cursor.spanFrom(start), key, value);
    }

    Expression array() {
        int open = cursor.start();
        cursor.advance();
        List<ArrayElement> elements = new ArrayList<>();
        while (!cursor.at(TokenKind.RIGHT_BRACKET) && !cursor.at(TokenKind.END)) {
            int position = cursor.start();
            Expression value = grammar.expressions.expression();
            if (elements.isEmpty() && cursor.accept(TokenKind.TILDE)) {
                Expression tail = grammar.expressions.expression();
                close(TokenKind.RIGHT_BRACKET, open);
                return new Expression.ArrayPrepend(cursor.spanFrom(open), value, tail);
            }
            Expression condition = condition();
            elements.add(new ArrayElement(cursor.spanFrom(position), value, condition));
            if (!grammar.lists.separated(TokenKind.RIGHT_BRACKET, position)) {
                break;
            }
        }
        close(TokenKind.RIGHT_BRACKET, open);
        return new Expression.ArrayLiteral(cursor.spanFrom(open), elements);
    }
}
