package dev.hinny.lang.front;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the cases of {@code match} and {@code update}. */
final class PatternParser {
    private final Grammar grammar;
    private final Cursor cursor;

    PatternParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    Expression match(Expression subject, int start) {
        cursor.advance();
        int open = cursor.start();
        cursor.advance();
        List<MatchCase> cases = new ArrayList<>();
        while (!cursor.at(TokenKind.RIGHT_BRACE) && !cursor.at(TokenKind.END)) {
            int position = cursor.start();
            if (cursor.acceptWord("case")) {
                cases.add(matchCase(position));
            } else if (cursor.acceptWord("else")) {
                Name binding = grammar.names.optionalName();
                Pattern pattern = new Pattern.Else(cursor.spanFrom(position), binding);
                cases.add(finish(position, pattern));
            } else {
                cursor.expected("'case', 'else' or '}'", "");
                skipToCase();
            }
        }
        cursor.expectClosing(TokenKind.RIGHT_BRACE, open);
        return new Expression.Match(cursor.spanFrom(start), subject, cases);
    }

    private void skipToCase() {
        int open = 0;
        while (!cursor.at(TokenKind.END)) {
            if (open == 0 && (cursor.atWord("case") || cursor.atWord("else"))) {
                return;
            }
            if (cursor.at(TokenKind.LEFT_BRACE)) {
                open++;
            } else if (cursor.at(TokenKind.RIGHT_BRACE) && open-- == 0) {
                return;
            }
            cursor.skipToken();
        }
    }

    private MatchCase matchCase(int start) {
        return finish(start, pattern());
    }

    private MatchCase finish(int start, Pattern pattern) {
        int outer = grammar.implicits.open(true);
        Expression guard = cursor.acceptWord("if") ? grammar.expressions.guard() : null;
        Expression body = body();
        grammar.implicits.close(outer, true, 1);
        return new MatchCase(cursor.spanFrom(start), pattern, guard, body);
    }

    private Expression body() {
        if (cursor.accept(TokenKind.ARROW)) {
            return grammar.expressions.expression();
        }
        cursor.expected("'->' and the value of the case", "");
        if (cursor.accept(TokenKind.FAT_ARROW)) {
            return grammar.expressions.expression();
        }
        skipToCase();
        return new Expression.Missing(cursor.span(cursor.start(), cursor.start()));
    }

    private Pattern pattern() {
        int start = cursor.start();
        if (cursor.at(TokenKind.LEFT_BRACKET)) {
            return arrayPattern(start);
        }
        if (cursor.at(TokenKind.LEFT_BRACE)) {
            return objectPattern(start);
        }
        if (grammar.literals.starts()) {
            return literal(start, null);
        }
        if (cursor.atWord("is") || startsRegex()) {
            return typeOrRegex(start, null);
        }
        if (!cursor.at(TokenKind.WORD)) {
            cursor.expected(
                    "a pattern", "a pattern is a literal, a name, 'is Type', 'matches /regex/', [h ~ t] or {k: v ~ t}");
            return new Pattern.Else(cursor.span(start, start), null);
        }
        return named(start);
    }

    private boolean startsRegex() {
        return cursor.atWord("matches") && cursor.peek().is(TokenKind.SLASH);
    }

    private Pattern named(int start) {
        Token next = cursor.peek();
        if (next.is(TokenKind.DOUBLE_COLON) || next.is(TokenKind.BANG)) {
            QualifiedName name = grammar.names.qualified("a name");
            return new Pattern.Constant(name.span(), new Expression.Reference(name.span(), name));
        }
        Name name = grammar.names.name("a name");
        if (cursor.accept(TokenKind.COLON)) {
            return literal(start, name);
        }
        if (cursor.atWord("is") || cursor.atWord("matches")) {
            return typeOrRegex(start, name);
        }
        if (cursor.atWord("if")) {
            return new Pattern.Binding(name.span(), name);
        }
        QualifiedName constant = new QualifiedName(name.span(), null, List.of(), name.text());
        return new Pattern.Constant(name.span(), new Expression.Reference(name.span(), constant));
    }

    private Pattern literal(int start, @Nullable Name binding) {
        Expression literal;
        if (grammar.literals.starts()) {
            literal = grammar.literals.literal();
        } else {
            cursor.expected("a literal", "");
            literal = new Expression.Missing(cursor.span(cursor.start(), cursor.start()));
        }
        return new Pattern.Literal(cursor.spanFrom(start), binding, literal);
    }

    private Pattern typeOrRegex(int start, @Nullable Name binding) {
        if (cursor.acceptWord("is")) {
            TypeExpression type = grammar.types.type();
            return new Pattern.TypeTest(cursor.spanFrom(start), binding, type);
        }
        cursor.advance();
        if (cursor.at(TokenKind.SLASH)) {
            Expression regex = grammar.literals.regex();
            return new Pattern.Regex(cursor.spanFrom(start), binding, regex);
        }
        cursor.expected("a regex such as /a+/", "");
        return new Pattern.Regex(
                cursor.spanFrom(start), binding, new Expression.Missing(cursor.span(cursor.start(), cursor.start())));
    }

    private Pattern arrayPattern(int open) {
        cursor.advance();
        if (cursor.accept(TokenKind.RIGHT_BRACKET)) {
            return new Pattern.EmptyArray(cursor.spanFrom(open));
        }
        Name head = grammar.names.name("the name of the first element");
        cursor.expect(TokenKind.TILDE, "between the first element and the others");
        Name tail = grammar.names.name("the name of the other elements");
        cursor.expectClosing(TokenKind.RIGHT_BRACKET, open);
        return new Pattern.ArrayParts(cursor.spanFrom(open), head, tail);
    }

    private Pattern objectPattern(int open) {
        cursor.advance();
        if (cursor.accept(TokenKind.RIGHT_BRACE)) {
            return new Pattern.EmptyObject(cursor.spanFrom(open));
        }
        Name key = grammar.names.name("the name of the first key");
        cursor.expect(TokenKind.COLON, "between the first key and its value");
        Name value = grammar.names.name("the name of the first value");
        cursor.expect(TokenKind.TILDE, "between the first pair and the others");
        Name tail = grammar.names.name("the name of the other pairs");
        cursor.expectClosing(TokenKind.RIGHT_BRACE, open);
        return new Pattern.ObjectParts(cursor.spanFrom(open), key, value, tail);
    }

    Expression update(Expression subject, int start) {
        cursor.advance();
        int open = cursor.start();
        cursor.advance();
        List<UpdateCase> cases = new ArrayList<>();
        while (!cursor.at(TokenKind.RIGHT_BRACE) && !cursor.at(TokenKind.END)) {
            int position = cursor.start();
            if (cursor.acceptWord("case")) {
                cases.add(updateCase(position));
            } else {
                cursor.expected("'case' or '}'", "");
                if (!cursor.atWord("case")) {
                    cursor.skipToken();
                }
                skipToCase();
                cursor.acceptWord("else");
            }
        }
        cursor.expectClosing(TokenKind.RIGHT_BRACE, open);
        return new Expression.Update(cursor.spanFrom(start), subject, cases);
    }

    private UpdateCase updateCase(int start) {
        Name value = null;
        Name index = null;
        if (cursor.at(TokenKind.LEFT_PAREN)) {
            int open = cursor.start();
            cursor.advance();
            value = grammar.names.name("the name of the value");
            if (cursor.expect(TokenKind.COMMA, "between the names of the value and of its index")) {
                index = grammar.names.name("the name of the index");
            }
            cursor.expectClosing(TokenKind.RIGHT_PAREN, open);
            expectAt();
        } else if (cursor.at(TokenKind.WORD)) {
            value = grammar.names.name("the name of the value");
            expectAt();
        }
        List<Selector> path = new ArrayList<>();
        while (grammar.selectors.starts()) {
            path.add(grammar.selectors.selector());
        }
        if (path.isEmpty()) {
            cursor.expected("a selector such as .name or [0]", "");
        }
        boolean upsert = cursor.accept(TokenKind.BANG);
        int outer = grammar.implicits.open(true);
        Expression condition = cursor.acceptWord("if") ? grammar.expressions.guard() : null;
        Expression body = body();
        grammar.implicits.close(outer, true, 2);
        return new UpdateCase(cursor.spanFrom(start), value, index, path, upsert, condition, body);
    }

    private void expectAt() {
        if (!cursor.acceptWord("at")) {
            cursor.expected("'at' behind the name", "a case is 'case name at .selector -> value'");
        }
    }
}
