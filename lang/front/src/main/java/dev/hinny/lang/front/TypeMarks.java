package dev.hinny.lang.front;

import dev.hinny.lang.front.Spacing.Break;
import dev.hinny.lang.front.Spacing.Kind;
import java.util.List;

/** Marks the spaces and breaks of types. */
final class TypeMarks {
    private final Lexemes lexemes;
    private final Spacing spacing;
    private final ListMarks lists;

    TypeMarks(Lexemes lexemes, Spacing spacing, ListMarks lists) {
        this.lexemes = lexemes;
        this.spacing = spacing;
        this.lists = lists;
    }

    void type(TypeExpression type) {
        switch (type) {
            case TypeExpression.Reference it -> arguments(it.arguments(), lexemes.last(it));
            case TypeExpression.Field it -> spacing.tight(lexemes.first(it.name()) - 2, lexemes.first(it.name()));
            case TypeExpression.Literal it -> spacing.tight(lexemes.first(it), lexemes.last(it));
            case TypeExpression.ObjectOf it -> object(it);
            case TypeExpression.Function it -> function(it);
            case TypeExpression.Union it -> members(it, it.members());
            case TypeExpression.Intersection it -> members(it, it.members());
            case TypeExpression.WithMetadata it -> {
                int open = lexemes.partner(lexemes.last(it));
                spacing.spaced(open);
                lists.list(open, -1);
            }
            case TypeExpression.Missing _, TypeExpression.Undefined _, TypeExpression.Dynamic _ -> {}
        }
    }

    /** {@code <A, B>} that closes at or before {@code end}. */
    void arguments(List<TypeExpression> arguments, int end) {
        if (arguments.isEmpty()) {
            return;
        }
        int open = lexemes.first(arguments.getFirst()) - 1;
        while (open > 0 && !lexemes.is(open, TokenKind.LESS)) {
            open--;
        }
        angles(open, end);
    }

    private void angles(int open, int close) {
        spacing.tight(open);
        spacing.tight(open + 1);
        if (!lexemes.is(close, TokenKind.GREATER_OR_EQUAL)) {
            spacing.tight(close);
        }
        lists.generic(open, close);
    }

    /** Type parameters from a token on; returns the first token behind them. */
    int parameters(int from, List<TypeParameter> parameters) {
        if (parameters.isEmpty()) {
            return from;
        }
        int close = lexemes.last(parameters.getLast()) + 1;
        angles(from, close);
        return close + 1;
    }

    /** The type behind the {@code =} of its declaration. */
    void value(TypeExpression type, int end) {
        int first = lexemes.first(type);
        while (lexemes.is(first - 1, TokenKind.LEFT_PAREN)) {
            first--;
        }
        if (lexemes.get(first).onLaterLine() && !lexemes.is(first, TokenKind.LEFT_BRACE)) {
            spacing.breaks(first, Break.ALWAYS);
            spacing.region(Kind.INDENT, first, true, end, false);
        }
    }

    private void object(TypeExpression.ObjectOf it) {
        int marks = (it.closed() ? 1 : 0) + (it.ordered() ? 1 : 0);
        int open = lexemes.first(it);
        int close = lexemes.last(it);
        spacing.tight(open, open + marks);
        spacing.tight(close - marks, close);
        if (!it.fields().isEmpty()) {
            if (marks > 0) {
                spacing.spaced(open + marks + 1);
                spacing.spaced(close - marks);
            }
            lists.list(open + marks, close - marks, -1);
        }
    }

    private void function(TypeExpression.Function it) {
        int open = parameters(lexemes.first(it), it.typeParameters());
        if (!it.typeParameters().isEmpty()) {
            spacing.tight(open);
        }
        lists.list(open, -1);
        for (TypeExpression.FunctionParameter parameter : it.parameters()) {
            if (parameter.optional()) {
                spacing.tight(lexemes.first(parameter) + 1);
            }
        }
    }

    private void members(TypeExpression whole, List<TypeExpression> members) {
        int begin = -1;
        for (TypeExpression member : members.subList(0, members.size() - 1)) {
            int bar = lexemes.last(member) + 1;
            while (lexemes.is(bar, TokenKind.RIGHT_PAREN)) {
                bar++;
            }
            boolean later =
                    lexemes.get(bar).onLaterLine() || lexemes.get(bar + 1).onLaterLine();
            spacing.breaks(bar, later ? Break.ALWAYS : Break.FILL);
            begin = begin < 0 ? bar : begin;
        }
        spacing.region(Kind.INDENT, begin, true, lexemes.last(whole), false);
    }

    void field(FieldType it) {
        int key = key(it, it.key());
        int next = key + 1;
        if (!it.attributes().isEmpty()) {
            spacing.spaced(next);
            spacing.tight(next + 1);
            lists.list(next + 1, -1);
            next = lexemes.partner(next + 1) + 1;
        }
        while (lexemes.is(next, TokenKind.STAR) || lexemes.is(next, TokenKind.QUESTION)) {
            spacing.tight(next++);
        }
    }

    void attribute(FieldType.AttributeType it) {
        int key = key(it, it.key());
        if (it.optional()) {
            spacing.tight(key + 1);
        }
    }

    /** The last token of a key, which has no place of its own. */
    private int key(Node holder, FieldType.Key key) {
        int first = lexemes.first(holder);
        return switch (key) {
            case FieldType.Key.Any _ -> first;
            case FieldType.Key.Parameter _ -> lexemes.partner(first);
            case FieldType.Key.Named named -> {
                int last = named.prefix() == null ? first : first + 2;
                spacing.tight(first, last);
                yield last;
            }
        };
    }
}
