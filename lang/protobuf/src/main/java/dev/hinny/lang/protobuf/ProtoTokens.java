package dev.hinny.lang.protobuf;

import dev.hinny.base.Problem;
import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.format.FormatException;

/** The words of a {@code .proto} file, one at a time. */
final class ProtoTokens {
    private final String name;
    private final String text;
    private int position;
    private int line = 1;
    private int lineStart;
    private Token current;

    /** What a word is. */
    enum Kind {
        NAME,
        NUMBER,
        STRING,
        SYMBOL,
        END
    }

    /** A word; of a string, what its escapes stand for. */
    record Token(Kind kind, String text, int line, int column) {
        boolean is(String expected) {
            return text.equals(expected) && kind != Kind.STRING;
        }
    }

    ProtoTokens(String name, String text) {
        this.name = name;
        this.text = text;
        this.current = scan();
    }

    Token peek() {
        return current;
    }

    Token next() {
        Token token = current;
        current = scan();
        return token;
    }

    boolean at(String expected) {
        return current.is(expected);
    }

    boolean accept(String expected) {
        if (!at(expected)) {
            return false;
        }
        next();
        return true;
    }

    void expect(String expected) {
        if (!accept(expected)) {
            throw bad("'" + expected + "' is missing before '" + current.text + "'");
        }
    }

    String identifier() {
        if (current.kind != Kind.NAME) {
            throw bad("a name is missing before '" + current.text + "'");
        }
        return next().text;
    }

    /** A name with dots; a leading dot is kept. */
    String path() {
        StringBuilder path = new StringBuilder(accept(".") ? "." : "");
        path.append(identifier());
        while (accept(".")) {
            path.append('.').append(identifier());
        }
        return path.toString();
    }

    /** String literals that follow each other are one. */
    String string() {
        if (current.kind != Kind.STRING) {
            throw bad("a string is missing before '" + current.text + "'");
        }
        StringBuilder all = new StringBuilder();
        while (current.kind == Kind.STRING) {
            all.append(next().text);
        }
        return all.toString();
    }

    int number() {
        boolean negative = accept("-");
        Token token = current;
        try {
            if (token.kind == Kind.NUMBER) {
                long value = Long.decode((negative ? "-" : "") + token.text);
                if (value == (int) value) {
                    next();
                    return (int) value;
                }
            }
        } catch (NumberFormatException e) {
            throw bad("'" + token.text + "' is no whole number");
        }
        throw bad("a whole number is missing before '" + token.text + "'");
    }

    FormatException bad(String what) {
        return bad(what, current);
    }

    FormatException bad(String what, Token at) {
        SourceSpan place =
                new SourceSpan(name, at.line, at.column, at.line, at.column + Math.max(1, at.text.length()), 0, 0);
        return new FormatException(Problem.error("BAD-PROTO", place, what, "check the .proto file there"));
    }

    private Token scan() {
        skip();
        int column = position - lineStart + 1;
        if (position >= text.length()) {
            return new Token(Kind.END, "end of file", line, column);
        }
        int start = position;
        char c = text.charAt(position);
        if (Character.isLetter(c) || c == '_') {
            while (position < text.length() && isWord(text.charAt(position))) {
                position++;
            }
            return new Token(Kind.NAME, text.substring(start, position), line, column);
        }
        if (isDigit(c) || c == '.' && position + 1 < text.length() && isDigit(text.charAt(position + 1))) {
            while (position < text.length()
                    && (isWord(text.charAt(position)) || text.charAt(position) == '.' || isSign())) {
                position++;
            }
            return new Token(Kind.NUMBER, text.substring(start, position), line, column);
        }
        position++;
        return c == '"' || c == '\'' ? quoted(c, column) : new Token(Kind.SYMBOL, String.valueOf(c), line, column);
    }

    private boolean isSign() {
        char c = text.charAt(position);
        char before = text.charAt(position - 1);
        return (c == '+' || c == '-') && (before == 'e' || before == 'E');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private void skip() {
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c == '\n') {
                newLine();
            } else if (Character.isWhitespace(c) || c == '\uFEFF') {
                position++;
            } else if (text.startsWith("//", position)) {
                int end = text.indexOf('\n', position);
                position = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", position)) {
                comment();
            } else {
                return;
            }
        }
    }

    private void comment() {
        int end = text.indexOf("*/", position + 2);
        if (end < 0) {
            throw bad("the comment has no end", new Token(Kind.SYMBOL, "/*", line, position - lineStart + 1));
        }
        while (position < end + 2) {
            if (text.charAt(position) == '\n') {
                newLine();
            } else {
                position++;
            }
        }
    }

    private void newLine() {
        position++;
        line++;
        lineStart = position;
    }

    private Token quoted(char quote, int column) {
        StringBuilder value = new StringBuilder();
        while (position < text.length() && text.charAt(position) != '\n') {
            char c = text.charAt(position++);
            if (c == quote) {
                return new Token(Kind.STRING, value.toString(), line, column);
            }
            if (c == '\\' && position < text.length()) {
                c = text.charAt(position++);
                value.append(
                        switch (c) {
                            case 'n' -> '\n';
                            case 't' -> '\t';
                            case 'r' -> '\r';
                            case 'x', 'X' -> (char) digits(16, 2);
                            case 'u' -> (char) digits(16, 4);
                            case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                                position--;
                                yield (char) digits(8, 3);
                            }
                            default -> c;
                        });
            } else {
                value.append(c);
            }
        }
        throw bad("the string has no end", new Token(Kind.STRING, String.valueOf(quote), line, column));
    }

    private int digits(int radix, int most) {
        int value = 0;
        for (int i = 0; i < most && position < text.length(); i++) {
            int digit = Character.digit(text.charAt(position), radix);
            if (digit < 0) {
                break;
            }
            value = value * radix + digit;
            position++;
        }
        return value;
    }
}
