package dev.hinny.lang.front;

import java.util.Set;

/** The words with a meaning of their own, all of them allowed as keys and behind a dot. */
final class Words {
    static final Set<String> DIRECTIVES = Set.of("import", "ns", "var", "fun", "type", "input", "output", "annotation");

    /** Words that never are a function between two operands. */
    private static final Set<String> NEVER_INFIX = Set.of(
            "if", "else", "unless", "case", "do", "using", "true", "false", "null", "not", "and", "or", "as", "is");

    /** Words that never are the name of a variable. */
    private static final Set<String> NEVER_NAMES =
            Set.of("if", "else", "unless", "case", "and", "or", "as", "is", "default", "do", "var", "fun", "import");

    private Words() {}

    /** Whether the current token begins a directive, judged with the token behind it. */
    static boolean startsDirective(Cursor cursor) {
        if (cursor.at(TokenKind.PERCENT)) {
            return true;
        }
        Token next = cursor.peek();
        if (cursor.at(TokenKind.AT)) {
            return next.is(TokenKind.WORD);
        }
        if (!cursor.at(TokenKind.WORD) || !DIRECTIVES.contains(cursor.word())) {
            return false;
        }
        return switch (cursor.word()) {
            case "import" -> next.is(TokenKind.WORD) || next.is(TokenKind.STAR);
            case "output" ->
                next.is(TokenKind.WORD)
                        || (cursor.current().lineBefore() && next.is(TokenKind.SEPARATOR))
                        || (next.is(TokenKind.COLON) && cursor.text.indexOf("---", cursor.start()) >= 0);
            default -> next.is(TokenKind.WORD) || (cursor.current().lineBefore() && next.is(TokenKind.ASSIGN));
        };
    }

    /** Whether the current word can stand between two operands as the name of a function. */
    static boolean isInfix(Cursor cursor) {
        return !NEVER_INFIX.contains(cursor.word()) && !DIRECTIVES.contains(cursor.word()) && !startsPair(cursor);
    }

    /** Whether a word always is the name of a variable. */
    static boolean isVariable(String word) {
        return !NEVER_INFIX.contains(word) && !NEVER_NAMES.contains(word);
    }

    static boolean isName(String word) {
        return !NEVER_NAMES.contains(word);
    }

    /** Whether a word is followed by a colon: the key of the next pair, where a comma is lacking. */
    private static boolean startsPair(Cursor cursor) {
        return cursor.peek().is(TokenKind.COLON);
    }
}
