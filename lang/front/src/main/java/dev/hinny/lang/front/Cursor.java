package dev.hinny.lang.front;

import dev.hinny.base.Problem;
import dev.hinny.base.Problems;
import dev.hinny.base.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The place that the parsers have reached in a text, and the problems and comments found on the way. */
final class Cursor {
    /**
     * Deepest nesting of brackets, operands and types; keeps every recursion over a tree far from the end of the
     * stack.
     */
    static final int MAX_NESTING = 200;

    /** Highest tree, which chains such as {@code a + b + c} make grow to the left without nesting. */
    static final int MAX_HEIGHT = 500;

    static final String SYNTAX = "SCRIPT-SYNTAX";
    static final String OLD_SYNTAX = "SCRIPT-OLD-SYNTAX";
    static final String UNCLOSED = "SCRIPT-UNCLOSED";
    static final String TOO_DEEP = "SCRIPT-TOO-DEEP";

    /** Ends the reading of a script that nests too deep. */
    static final class TooDeep extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooDeep() {
            super("too deep", null, false, false);
        }
    }

    /** A point to come back to. */
    record Mark(int offset, int previousEnd, int problems, int lastProblem, int depth, int height) {}

    final String text;
    final Lexer lexer;
    private final Places places;
    private final List<Problem> problems = new ArrayList<>();
    private final TreeMap<Integer, Integer> comments = new TreeMap<>();
    private Token current;
    private @Nullable Token ahead;
    private int previousEnd;
    private int lastProblem = -1;
    private int depth;
    private int height;

    Cursor(String text, Places places) {
        this.text = text;
        this.places = places;
        this.lexer = new Lexer(text);
        this.current = lexer.next(0, this::comment);
    }

    Token current() {
        return current;
    }

    TokenKind kind() {
        return current.kind();
    }

    int start() {
        return current.start();
    }

    /** Where the last token that was taken ends. */
    int previousEnd() {
        return previousEnd;
    }

    boolean at(TokenKind kind) {
        return current.kind() == kind;
    }

    boolean atWord(String word) {
        return current.is(TokenKind.WORD) && matches(current, word);
    }

    /** Whether the current token follows the last one without white space. */
    boolean adjacent() {
        return current.start() == previousEnd;
    }

    String word() {
        return text.substring(current.start(), current.end());
    }

    Token peek() {
        Token next = ahead;
        if (next == null) {
            next = lexer.next(current.end());
            ahead = next;
        }
        return next;
    }

    Token peekAfter(Token token) {
        return lexer.next(token.end());
    }

    boolean matches(Token token, String word) {
        return token.end() - token.start() == word.length() && text.startsWith(word, token.start());
    }

    Token advance() {
        Token taken = current;
        jump(taken.end());
        return taken;
    }

    boolean accept(TokenKind kind) {
        if (current.kind() != kind) {
            return false;
        }
        advance();
        return true;
    }

    boolean acceptWord(String word) {
        if (!atWord(word)) {
            return false;
        }
        advance();
        return true;
    }

    /** Goes on behind {@code offset}, up to which the caller has read by itself. */
    void jump(int offset) {
        previousEnd = offset;
        current = lexer.next(offset, this::comment);
        ahead = null;
    }

    /** Takes one {@code >}, also from the front of {@code >>} and {@code >=}. */
    boolean acceptGreater() {
        if (at(TokenKind.GREATER) || at(TokenKind.SHIFT_RIGHT) || at(TokenKind.GREATER_OR_EQUAL)) {
            jump(current.start() + 1);
            return true;
        }
        return false;
    }

    boolean expect(TokenKind kind, String where) {
        if (accept(kind)) {
            return true;
        }
        expected("'" + kind.symbol() + "' " + where, "");
        return false;
    }

    /** Expects what closes the bracket opened at {@code open}. */
    boolean expectClosing(TokenKind kind, int open) {
        if (accept(kind)) {
            return true;
        }
        if (at(TokenKind.END)) {
            error(
                    UNCLOSED,
                    open,
                    open + 1,
                    "'" + text.charAt(open) + "' is never closed: the script ends before '" + kind.symbol() + "'",
                    "add '" + kind.symbol() + "'");
        } else {
            SourceSpan place = span(open, open + 1);
            String opened = "'" + text.charAt(open) + "' of line " + place.line() + ", column " + place.column();
            expected("'" + kind.symbol() + "' for the " + opened, "");
        }
        return false;
    }

    /** Reports that the current token is not what was expected. */
    void expected(String what, String hint) {
        boolean betweenOperands = what.startsWith("an operator") || what.matches("'[^:=>].*");
        String better = hint.isEmpty() ? Leftovers.hint(this, betweenOperands) : hint;
        String code = better.startsWith(Leftovers.OLD) ? OLD_SYNTAX : SYNTAX;
        error(code, current.start(), current.end(), "expected " + what + " but found " + found(), better);
    }

    String found() {
        if (at(TokenKind.END)) {
            return "the end of the script";
        }
        return at(TokenKind.QUOTE) ? "a string" : "'" + word() + "'";
    }

    /** Adds a problem unless one was already reported at this place or behind it. */
    void error(String code, int start, int end, String message, String hint) {
        if (start <= lastProblem) {
            return;
        }
        lastProblem = start;
        problems.add(Problem.error(code, span(start, end), message, hint));
    }

    /** Adds a problem that does not disturb the reading, so it hides none behind it. */
    void note(Problem problem) {
        problems.add(problem);
    }

    SourceSpan span(int start, int end) {
        return places.span(start, Math.max(start, end));
    }

    /** From {@code start} to the end of the last token taken. */
    SourceSpan spanFrom(int start) {
        return span(start, previousEnd);
    }

    SourceSpan currentSpan() {
        return span(current.start(), current.end());
    }

    Mark mark() {
        return new Mark(current.start(), previousEnd, problems.size(), lastProblem, depth, height);
    }

    void reset(Mark mark) {
        jump(mark.offset());
        previousEnd = mark.previousEnd();
        problems.subList(mark.problems(), problems.size()).clear();
        lastProblem = mark.lastProblem();
        depth = mark.depth();
        height = mark.height();
    }

    boolean problemsSince(Mark mark) {
        return problems.size() > mark.problems();
    }

    /** Begins a nested piece; returns what {@link #leave} wants back. */
    int enter() {
        if (++depth > MAX_NESTING) {
            tooDeep("nested more than " + MAX_NESTING + " levels deep");
        }
        int outer = height;
        height = 0;
        return outer;
    }

    void leave(int outer) {
        depth--;
        height = Math.max(outer, height + 1);
    }

    /** Counts one more link of a chain, which puts all that was read of it one level deeper. */
    void grow() {
        if (++height > MAX_HEIGHT) {
            tooDeep("a chain of more than " + MAX_HEIGHT + " operations");
        }
    }

    private void tooDeep(String what) {
        lastProblem = -1;
        error(
                TOO_DEEP,
                current.start(),
                current.end(),
                "the script is " + what + " here",
                "give parts of it a name with 'var' or 'fun'");
        throw new TooDeep();
    }

    /** Skips to what ends the piece at hand: a comma or a closing bracket of this level, a directive, the end. */
    void skipToBoundary() {
        int open = 0;
        while (!at(TokenKind.END) && !at(TokenKind.SEPARATOR)) {
            switch (kind()) {
                case LEFT_PAREN, LEFT_BRACKET, LEFT_BRACE -> open++;
                case RIGHT_PAREN, RIGHT_BRACKET, RIGHT_BRACE -> {
                    if (open-- == 0) {
                        return;
                    }
                }
                case COMMA -> {
                    if (open == 0) {
                        return;
                    }
                }
                case WORD -> {
                    if (current.lineBefore() && Words.startsDirective(this)) {
                        return;
                    }
                }
                default -> {}
            }
            skipToken();
        }
    }

    /** Takes one token, a string as a whole. */
    void skipToken() {
        if (at(TokenKind.QUOTE)) {
            jump(lexer.roughStringEnd(current.start()));
        } else {
            advance();
        }
    }

    List<Problem> problems() {
        Problems sorted = new Problems();
        sorted.addAll(problems);
        return sorted.sorted();
    }

    List<Document.Comment> comments() {
        return comments.entrySet().stream()
                .map(e ->
                        new Document.Comment(span(e.getKey(), e.getValue()), text.substring(e.getKey(), e.getValue())))
                .toList();
    }

    private void comment(int start, int end) {
        comments.put(start, end);
        if (text.startsWith("/*", start) && (end - start < 4 || !text.startsWith("*/", end - 2))) {
            error(UNCLOSED, start, start + 2, "the comment '/*' is never closed", "add '*/'");
        }
    }
}
