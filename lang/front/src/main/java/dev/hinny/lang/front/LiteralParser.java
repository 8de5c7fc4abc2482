package dev.hinny.lang.front;

import dev.hinny.base.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads what stands for a value by itself; strings, dates and regexes character by character. */
final class LiteralParser {
    private static final Pattern TEMPORAL =
            Pattern.compile("[+-]?\\d{4,}(-[0-9W].*)?|\\d{1,2}:\\d{2}.*|[+-]\\d{1,2}(:?\\d{2}){0,2}"
                    + "|-?P[-0-9YMWDTHS.]+|T\\d{2}.*|Z|[A-Za-z][A-Za-z_]*(/[A-Za-z0-9_+-]+)*([+-][0-9:]+)?");

    private final Grammar grammar;
    private final Cursor cursor;

    LiteralParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    /** Whether the current token begins a literal, a signed number included. */
    boolean starts() {
        return switch (cursor.kind()) {
            case NUMBER, QUOTE, BAR, SLASH -> true;
            case MINUS, PLUS -> cursor.peek().is(TokenKind.NUMBER);
            case WORD -> cursor.atWord("true") || cursor.atWord("false") || cursor.atWord("null");
            default -> false;
        };
    }

    /** The literal that {@link #starts} saw. */
    Expression literal() {
        int start = cursor.start();
        return switch (cursor.kind()) {
            case NUMBER -> {
                String digits = cursor.word();
                cursor.advance();
                yield new Expression.NumberLiteral(cursor.spanFrom(start), digits);
            }
            case PLUS -> {
                cursor.advance();
                yield literal();
            }
            case MINUS -> {
                cursor.advance();
                Expression number = literal();
                yield new Expression.Unary(cursor.spanFrom(start), UnaryOperator.MINUS, number);
            }
            case QUOTE -> string();
            case BAR -> temporal();
            case SLASH -> regex();
            default -> {
                boolean isNull = cursor.atWord("null");
                boolean value = cursor.atWord("true");
                cursor.advance();
                yield isNull
                        ? new Expression.NullLiteral(cursor.spanFrom(start))
                        : new Expression.BooleanLiteral(cursor.spanFrom(start), value);
            }
        };
    }

    Expression regex() {
        int start = cursor.start();
        int end = cursor.lexer.regexEnd(start);
        if (end < 0) {
            cursor.error(Cursor.UNCLOSED, start, start + 1, "the regex is not closed on its line", "close it with '/'");
            cursor.jump(cursor.lexer.lineEnd(start));
            return new Expression.RegexLiteral(cursor.spanFrom(start), "");
        }
        StringBuilder pattern = new StringBuilder();
        for (int i = start + 1; i < end; i++) {
            char c = cursor.text.charAt(i);
            if (c == '\\') {
                i++;
                if (cursor.text.charAt(i) != '/') {
                    pattern.append(c);
                }
                pattern.append(cursor.text.charAt(i));
            } else {
                pattern.append(c);
            }
        }
        cursor.jump(end + 1);
        return new Expression.RegexLiteral(cursor.spanFrom(start), pattern.toString());
    }

    private Expression temporal() {
        int start = cursor.start();
        int end = cursor.lexer.temporalEnd(start);
        if (end < 0) {
            if (cursor.peek().is(TokenKind.BAR)) {
                cursor.expected("an expression", "");
            } else {
                cursor.error(
                        Cursor.UNCLOSED, start, start + 1, "the date is not closed on its line", "close it with '|'");
            }
            cursor.jump(cursor.lexer.lineEnd(start));
            return new Expression.TemporalLiteral(cursor.spanFrom(start), "");
        }
        String text = cursor.text.substring(start + 1, end);
        cursor.jump(end + 1);
        if (!TEMPORAL.matcher(text).matches() || text.chars().anyMatch(Character::isISOControl)) {
            cursor.note(Problem.error(
                    "SCRIPT-TEMPORAL",
                    cursor.spanFrom(start),
                    "'|" + text + "|' is neither a date, a time, a time zone nor a period",
                    "write for example |2024-01-31|, |10:30:00|, |2024-01-31T10:30:00Z|, |-03:00| or |P1D|"));
        }
        return new Expression.TemporalLiteral(cursor.spanFrom(start), text);
    }

    /** A string with or without holes. */
    Expression string() {
        int start = cursor.start();
        List<TemplatePart> parts = parts(false);
        if (parts.isEmpty()) {
            return new Expression.StringLiteral(cursor.spanFrom(start), "");
        }
        return parts.size() == 1 && parts.get(0) instanceof TemplatePart.Text only
                ? new Expression.StringLiteral(cursor.spanFrom(start), only.value())
                : new Expression.Template(cursor.spanFrom(start), parts);
    }

    Expression customTemplate(int start, QualifiedName interpolator) {
        List<TemplatePart> parts = parts(true);
        return new Expression.CustomTemplate(cursor.spanFrom(start), interpolator, parts);
    }

    private List<TemplatePart> parts(boolean raw) {
        int open = cursor.start();
        char quote = cursor.text.charAt(open);
        List<TemplatePart> parts = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        int plainStart = open + 1;
        int i = open + 1;
        while (i < cursor.text.length()) {
            char c = cursor.text.charAt(i);
            if (c == quote) {
                addText(parts, plain, plainStart, i);
                cursor.jump(i + 1);
                return parts;
            }
            if (c == '\\' && i + 1 < cursor.text.length()) {
                i = raw ? keep(i, plain) : escape(i, plain);
            } else if (c == '$' && !startsPlaceholder(i)) {
                addText(parts, plain, plainStart, i);
                i = hole(parts, i);
                plainStart = i;
            } else {
                plain.append(c);
                i++;
            }
        }
        cursor.error(
                Cursor.UNCLOSED,
                open,
                open + 1,
                "the string is never closed",
                "add " + quote + " where the string ends");
        addText(parts, plain, plainStart, i);
        cursor.jump(cursor.text.length());
        return parts;
    }

    private void addText(List<TemplatePart> parts, StringBuilder plain, int start, int end) {
        if (!plain.isEmpty()) {
            parts.add(new TemplatePart.Text(cursor.span(start, end), plain.toString()));
            plain.setLength(0);
        }
    }

    private int keep(int at, StringBuilder plain) {
        plain.append(cursor.text, at, at + 2);
        return at + 2;
    }

    private int escape(int at, StringBuilder plain) {
        char c = cursor.text.charAt(at + 1);
        int known = "nrtbf0\\/\"'`$".indexOf(c);
        if (known >= 0) {
            plain.append("\n\r\t\b\f\0\\/\"'`$".charAt(known));
            return at + 2;
        }
        if (c == 'u' && at + 6 <= cursor.text.length()) {
            String digits = cursor.text.substring(at + 2, at + 6);
            if (digits.chars().allMatch(d -> Character.digit(d, 16) >= 0)) {
                plain.append((char) Integer.parseInt(digits, 16));
                return at + 6;
            }
        }
        cursor.note(Problem.warning(
                "SCRIPT-ESCAPE",
                cursor.span(at, at + 2),
                "'\\" + c + "' is not an escape of a string and stands for itself",
                c == 'u' ? "four hexadecimal digits follow \\u" : "write a backslash as \\\\"));
        plain.append('\\').append(c);
        return at + 2;
    }

    /** A property placeholder that nobody replaced is text. */
    private boolean startsPlaceholder(int at) {
        return at + 1 < cursor.text.length() && cursor.text.charAt(at + 1) == '{';
    }

    /** Reads {@code $(expression)}, {@code $name} or {@code $$}; returns where the text goes on. */
    private int hole(List<TemplatePart> parts, int at) {
        int end = at;
        while (end < cursor.text.length() && cursor.text.charAt(end) == '$') {
            end++;
        }
        char next = end < cursor.text.length() ? cursor.text.charAt(end) : ' ';
        boolean opens = next == '(' || Lexer.isWordStart(next);
        int dollars = opens ? end - at - 1 : end - at;
        if (dollars > 0) {
            grammar.implicits.use(dollars);
            parts.add(new TemplatePart.Hole(
                    cursor.span(at, at + dollars),
                    new Expression.ImplicitParameter(cursor.span(at, at + dollars), dollars)));
        }
        if (!opens) {
            return end;
        }
        return next == '(' ? holeExpression(parts, end - 1) : holeName(parts, end - 1);
    }

    private int holeName(List<TemplatePart> parts, int at) {
        int end = cursor.lexer.wordEnd(at + 1);
        QualifiedName name =
                new QualifiedName(cursor.span(at + 1, end), null, List.of(), cursor.text.substring(at + 1, end));
        if (!Words.isVariable(name.name())) {
            cursor.note(Problem.error(
                    Cursor.SYNTAX,
                    cursor.span(at, end),
                    "'$" + name + "' is not the name of a variable",
                    "write a dollar sign as \\$ and an expression as $(...)"));
        }
        parts.add(new TemplatePart.Hole(cursor.span(at, end), new Expression.Reference(name.span(), name)));
        return end;
    }

    private int holeExpression(List<TemplatePart> parts, int at) {
        cursor.jump(at + 2);
        Expression value = grammar.expressions.expression();
        if (!cursor.at(TokenKind.RIGHT_PAREN)) {
            cursor.expectClosing(TokenKind.RIGHT_PAREN, at + 1);
            cursor.skipToBoundary();
        }
        int end = cursor.at(TokenKind.RIGHT_PAREN) ? cursor.current().end() : cursor.start();
        parts.add(new TemplatePart.Hole(cursor.span(at, end), value));
        return Math.max(end, at + 2);
    }
}
