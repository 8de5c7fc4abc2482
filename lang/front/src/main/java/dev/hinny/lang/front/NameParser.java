package dev.hinny.lang.front;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads names: plain, qualified and of keys. */
final class NameParser {
    private final Grammar grammar;
    private final Cursor cursor;

    NameParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    /** A name, or a report and an empty one. */
    Name name(String what) {
        if (!cursor.at(TokenKind.WORD)) {
            cursor.expected(what, "");
            return new Name(cursor.span(cursor.start(), cursor.start()), "");
        }
        Token token = cursor.current();
        Name name = new Name(cursor.currentSpan(), cursor.word());
        cursor.jump(token.end());
        return name;
    }

    /** A name where one is, null without a report otherwise. */
    @Nullable
    Name optionalName() {
        return cursor.at(TokenKind.WORD) ? name("a name") : null;
    }

    /** {@code loader!a::b::name}. */
    QualifiedName qualified(String what) {
        int start = cursor.start();
        if (!cursor.at(TokenKind.WORD)) {
            cursor.expected(what, "");
            return new QualifiedName(cursor.span(start, start), null, List.of(), "");
        }
        String loader = null;
        // The documentation repeats the loader in places.
        while (startsLoader()) {
            loader = cursor.word();
            cursor.advance();
            cursor.advance();
        }
        List<String> path = new ArrayList<>();
        String last = cursor.word();
        cursor.advance();
        while (cursor.at(TokenKind.DOUBLE_COLON)) {
            cursor.advance();
            path.add(last);
            last = name("a name behind '::'").text();
        }
        return new QualifiedName(cursor.spanFrom(start), loader, path, last);
    }

    /** {@code name}, {@code prefix#name}, {@code "name"}. */
    KeyName.Fixed key(String what) {
        int start = cursor.start();
        String prefix = null;
        if (cursor.at(TokenKind.WORD) && startsPrefix()) {
            prefix = cursor.word();
            cursor.advance();
            cursor.advance();
        }
        Expression name;
        if (cursor.at(TokenKind.WORD)) {
            name = new Expression.StringLiteral(cursor.currentSpan(), cursor.word());
            cursor.advance();
        } else if (cursor.at(TokenKind.QUOTE)) {
            name = grammar.literals.string();
        } else {
            cursor.expected(what, cursor.at(TokenKind.NUMBER) ? "write a key that is not a name in quotes" : "");
            name = new Expression.StringLiteral(cursor.span(start, start), "");
        }
        return new KeyName.Fixed(cursor.spanFrom(start), prefix, name);
    }

    /** Whether the current word is the prefix in {@code prefix#name}. */
    boolean startsPrefix() {
        Token next = cursor.peek();
        return next.is(TokenKind.HASH) && next.start() == cursor.current().end();
    }

    private boolean startsLoader() {
        Token bang = cursor.peek();
        if (!bang.is(TokenKind.BANG) || bang.start() != cursor.current().end()) {
            return false;
        }
        Token module = cursor.peekAfter(bang);
        return module.is(TokenKind.WORD) && module.start() == bang.end();
    }
}
