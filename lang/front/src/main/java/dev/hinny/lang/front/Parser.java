package dev.hinny.lang.front;

import dev.hinny.base.SourceText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads scripts. It never throws on any input: what is wrong is in the problems of the result, each with its place.
 * Stateless and safe to use from several threads.
 *
 * <p>Codes of problems: {@code SCRIPT-SYNTAX}, {@code SCRIPT-OLD-SYNTAX} (what version 1 of the language wrote),
 * {@code SCRIPT-UNCLOSED} (a bracket, string, regex, date or comment), {@code SCRIPT-ESCAPE}, {@code SCRIPT-TEMPORAL}
 * and {@code SCRIPT-TOO-DEEP} (more than 200 levels of nesting, or 500 links of one chain such as {@code a + b + c}).
 */
public final class Parser {
    private Parser() {}

    /** Reads a mapping or a module (a header without a body). */
    public static Parsed parse(SourceText source) {
        return read(source.text(), source::span, false);
    }

    /** Reads what stands in {@code #[...]}: an expression, or a whole script with a header; a body is required. */
    public static Parsed parseExpression(SourceText source) {
        return read(source.text(), source::span, true);
    }

    /** The same for a script that is embedded in another file: {@code places} leads from its offsets to that file. */
    public static Parsed parseExpression(String script, Places places) {
        return read(script, places, true);
    }

    private static Parsed read(String text, Places places, boolean needsBody) {
        Cursor cursor = new Cursor(text, places);
        Document document;
        try {
            document = document(cursor, needsBody);
        } catch (Cursor.TooDeep e) {
            document = new Document(
                    cursor.span(0, text.length()),
                    List.of(),
                    new Expression.Missing(cursor.span(0, text.length())),
                    cursor.comments());
        }
        return new Parsed(document, cursor.problems());
    }

    private static Document document(Cursor cursor, boolean needsBody) {
        Grammar grammar = new Grammar(cursor);
        List<Directive> header = grammar.directives.directives();
        Expression body = body(cursor, grammar, !header.isEmpty(), needsBody);
        if (!cursor.at(TokenKind.END)) {
            cursor.expected("an operator or the end of the script", "");
        }
        return new Document(cursor.span(0, cursor.text.length()), header, body, cursor.comments());
    }

    private static @Nullable Expression body(Cursor cursor, Grammar grammar, boolean header, boolean needsBody) {
        if (cursor.accept(TokenKind.SEPARATOR)) {
            return grammar.expressions.expression();
        }
        if (!header) {
            return grammar.expressions.expression();
        }
        if (cursor.at(TokenKind.END) && !needsBody) {
            return null;
        }
        cursor.expected("'---' and the body of the script", "write '---' on a line between the header and the body");
        return grammar.expressions.expression();
    }
}
