package dev.hinny.lang.front;

import java.util.Arrays;

/**
 * Reads one token at an offset, without state: the parser decides where a slash begins a regex, a bar a date and a
 * quote a string, so it asks for tokens one by one.
 */
final class Lexer {
    /** Is told the comments that stand before a token. */
    @FunctionalInterface
    interface Comments {
        void found(int start, int end);
    }

    private static final Comments NOBODY = (start, end) -> {};

    private static final TokenKind[] SYMBOLS = Arrays.stream(TokenKind.values())
            .filter(kind -> !kind.symbol().isEmpty())
            .toArray(TokenKind[]::new);

    private final String text;

    Lexer(String text) {
        this.text = text;
    }

    /** The token at or after {@code offset}. */
    Token next(int offset) {
        return next(offset, NOBODY);
    }

    /** The token at or after {@code offset}; {@code comments} is told start and end of each comment passed. */
    Token next(int offset, Comments comments) {
        int start = skipTrivia(offset, comments);
        boolean lineBefore = false;
        for (int i = offset; i < start; i++) {
            if (text.charAt(i) == '\n' || text.charAt(i) == '\r') {
                lineBefore = true;
                break;
            }
        }
        if (start >= text.length()) {
            return new Token(TokenKind.END, text.length(), text.length(), lineBefore);
        }
        char c = text.charAt(start);
        if (isWordStart(c)) {
            return new Token(TokenKind.WORD, start, wordEnd(start), lineBefore);
        }
        if (isDigit(c)) {
            return new Token(TokenKind.NUMBER, start, numberEnd(start), lineBefore);
        }
        if (c == '"' || c == '\'' || c == '`') {
            return new Token(TokenKind.QUOTE, start, start + 1, lineBefore);
        }
        if (c == '$') {
            int end = start + 1;
            while (end < text.length() && text.charAt(end) == '$') {
                end++;
            }
            return new Token(TokenKind.DOLLARS, start, end, lineBefore);
        }
        for (TokenKind kind : SYMBOLS) {
            if (text.startsWith(kind.symbol(), start)) {
                return new Token(kind, start, start + kind.symbol().length(), lineBefore);
            }
        }
        return new Token(TokenKind.UNKNOWN, start, start + Character.charCount(text.codePointAt(start)), lineBefore);
    }

    /** The offset of the slash that closes the regex opened at {@code start}, or -1 where the line ends before. */
    int regexEnd(int start) {
        for (int i = start + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                return -1;
            } else if (c == '\\') {
                i++;
            } else if (c == '/') {
                return i;
            }
        }
        return -1;
    }

    /** The offset of the bar that closes the date opened at {@code start}, or -1 where the line ends before. */
    int temporalEnd(int start) {
        for (int i = start + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '|') {
                return i;
            }
            if (c == '\n' || c == '\r') {
                return -1;
            }
        }
        return -1;
    }

    /**
     * The offset behind the string opened at {@code start}, its holes not looked at; the end of the line where it is
     * not closed.
     */
    int roughStringEnd(int start) {
        char quote = text.charAt(start);
        for (int i = start + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == quote) {
                return i + 1;
            }
        }
        return lineEnd(start);
    }

    int lineEnd(int offset) {
        int i = offset;
        while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            i++;
        }
        return i;
    }

    int wordEnd(int start) {
        int end = start;
        while (end < text.length() && isWordPart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    static boolean isWordStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c > 127 && Character.isLetter(c));
    }

    static boolean isWordPart(char c) {
        return isWordStart(c) || isDigit(c);
    }

    static boolean isWord(String name) {
        return !name.isEmpty() && isWordStart(name.charAt(0)) && name.chars().allMatch(c -> isWordPart((char) c));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private int numberEnd(int start) {
        int end = digitsEnd(start);
        if (end + 1 < text.length() && text.charAt(end) == '.' && isDigit(text.charAt(end + 1))) {
            end = digitsEnd(end + 1);
        }
        if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
            int digits = end + 1;
            if (digits < text.length() && (text.charAt(digits) == '+' || text.charAt(digits) == '-')) {
                digits++;
            }
            if (digits < text.length() && isDigit(text.charAt(digits))) {
                return digitsEnd(digits);
            }
        }
        return end;
    }

    private int digitsEnd(int start) {
        int end = start;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private int skipTrivia(int offset, Comments comments) {
        int i = offset;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || c == '\uFEFF' || c == '\u00A0') {
                i++;
            } else if (text.startsWith("//", i)) {
                int end = lineEnd(i);
                comments.found(i, end);
                i = end;
            } else if (text.startsWith("/*", i)) {
                int close = text.indexOf("*/", i + 2);
                int end = close < 0 ? text.length() : close + 2;
                comments.found(i, end);
                i = end;
            } else {
                break;
            }
        }
        return i;
    }
}
