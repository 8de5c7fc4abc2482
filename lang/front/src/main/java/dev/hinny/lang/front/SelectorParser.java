package dev.hinny.lang.front;

import dev.hinny.lang.front.Expression.Presence;
import org.jspecify.annotations.Nullable;

/** Reads what stands behind a dot and between brackets. */
final class SelectorParser {
    private final Grammar grammar;
    private final Cursor cursor;

    SelectorParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    Expression select(Expression target, int start) {
        Selector selector = selector();
        Presence presence = Presence.NONE;
        if (cursor.adjacent() && cursor.accept(TokenKind.QUESTION)) {
            presence = Presence.EXISTS;
        } else if (cursor.adjacent() && cursor.accept(TokenKind.BANG)) {
            presence = Presence.ASSERT;
        }
        return new Expression.Select(cursor.spanFrom(start), target, selector, presence);
    }

    boolean starts() {
        return cursor.at(TokenKind.DOT) || cursor.at(TokenKind.DOUBLE_DOT) || cursor.at(TokenKind.LEFT_BRACKET);
    }

    /** One selector without {@code ?} or {@code !}. */
    Selector selector() {
        return cursor.at(TokenKind.LEFT_BRACKET) ? bracket() : dot();
    }

    private Selector dot() {
        int start = cursor.start();
        boolean deep = cursor.at(TokenKind.DOUBLE_DOT);
        cursor.advance();
        if (deep && !(cursor.adjacent() && startsDeep())) {
            return new Selector.Descendants(cursor.spanFrom(start));
        }
        if (!deep && cursor.accept(TokenKind.HASH)) {
            return new Selector.NamespaceOf(cursor.spanFrom(start));
        }
        Selector.Kind kind = kind();
        boolean named = (cursor.at(TokenKind.WORD) || cursor.at(TokenKind.QUOTE))
                && (kind == Selector.Kind.VALUE || cursor.adjacent());
        if (!named && !deep && kind == Selector.Kind.ATTRIBUTE) {
            return new Selector.Attributes(cursor.spanFrom(start));
        }
        if (!named && !deep && kind == Selector.Kind.METADATA) {
            return new Selector.Metadata(cursor.spanFrom(start));
        }
        KeyName.Fixed name = named ? grammar.names.key("a name") : missingName();
        return new Selector.Named(cursor.spanFrom(start), kind, deep, name);
    }

    private boolean startsDeep() {
        return switch (cursor.kind()) {
            case WORD, QUOTE, STAR, AT, AMPERSAND -> true;
            default -> false;
        };
    }

    private KeyName.Fixed missingName() {
        cursor.expected(
                "the name of a key behind '" + cursor.text.charAt(Math.max(0, cursor.previousEnd() - 1)) + "'",
                switch (cursor.kind()) {
                    case LEFT_PAREN -> "select by the value of an expression with [expression]";
                    case NUMBER -> "select by index with [0]";
                    default -> "";
                });
        if (cursor.at(TokenKind.NUMBER)) {
            cursor.advance();
        }
        return new KeyName.Fixed(
                cursor.span(cursor.start(), cursor.start()),
                null,
                new Expression.StringLiteral(cursor.span(cursor.start(), cursor.start()), ""));
    }

    private Selector.Kind kind() {
        if (cursor.accept(TokenKind.STAR)) {
            return cursor.accept(TokenKind.AT) ? Selector.Kind.MULTI_ATTRIBUTE : Selector.Kind.MULTI_VALUE;
        }
        if (cursor.accept(TokenKind.AT)) {
            return cursor.adjacent() && cursor.accept(TokenKind.STAR)
                    ? Selector.Kind.MULTI_ATTRIBUTE
                    : Selector.Kind.ATTRIBUTE;
        }
        if (cursor.accept(TokenKind.AMPERSAND)) {
            return Selector.Kind.PAIR;
        }
        return cursor.accept(TokenKind.CARET) ? Selector.Kind.METADATA : Selector.Kind.VALUE;
    }

    private Selector bracket() {
        int open = cursor.start();
        cursor.advance();
        Selector filter = filter(open);
        if (filter != null) {
            return filter;
        }
        Selector.Kind kind = kind();
        String prefix = null;
        if (cursor.at(TokenKind.WORD) && grammar.names.startsPrefix()) {
            prefix = cursor.word();
            cursor.advance();
            cursor.advance();
        }
        Expression key = grammar.expressions.expression();
        close(open);
        return new Selector.Dynamic(cursor.spanFrom(open), kind, prefix, key);
    }

    private @Nullable Selector filter(int open) {
        boolean all = cursor.at(TokenKind.STAR) && cursor.peek().is(TokenKind.QUESTION);
        if (all) {
            cursor.advance();
        }
        if (!cursor.accept(TokenKind.QUESTION)) {
            return null;
        }
        Expression predicate = grammar.expressions.implicitLambda(true, grammar.expressions::expression);
        close(open);
        return new Selector.Filter(cursor.spanFrom(open), all, predicate);
    }

    private void close(int open) {
        if (!cursor.expectClosing(TokenKind.RIGHT_BRACKET, open)) {
            cursor.skipToBoundary();
            cursor.accept(TokenKind.RIGHT_BRACKET);
        }
    }
}
