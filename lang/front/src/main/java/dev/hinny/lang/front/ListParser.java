package dev.hinny.lang.front;

/** Reads what stands between the elements of a list, and finds the next element where it is wrong. */
final class ListParser {
    private final Grammar grammar;
    private final Cursor cursor;

    ListParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
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
}
