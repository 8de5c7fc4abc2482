package dev.hinny.lang.front;

/** A token by its offsets; {@code lineBefore} tells whether a line ends between it and the token before. */
record Token(TokenKind kind, int start, int end, boolean lineBefore) {
    boolean is(TokenKind other) {
        return kind == other;
    }
}
