package dev.hinny.lang.front;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;

/**
 * The tokens of a document without problems as they are written, each literal one token, with the comments and line ends
 * between them. The last is the end of the text.
 */
final class Lexemes {
    /** A comment and the number of line ends between it and what stands before it. */
    record Remark(String text, int linesBefore) {
        boolean toLineEnd() {
            return text.startsWith("//");
        }
    }

    /**
     * A token.
     *
     * @param remarks the comments between the token before and this one
     * @param lines line ends between this and what stands before it, a comment or a token
     */
    record Lexeme(TokenKind kind, int start, int end, String text, List<Remark> remarks, int lines) {
        boolean is(TokenKind other) {
            return kind == other;
        }

        /** Whether it stands on a later line than the token before. */
        boolean onLaterLine() {
            return lines > 0 || remarks.stream().anyMatch(r -> r.linesBefore() > 0 || r.toLineEnd());
        }

        Lexeme with(List<Remark> others, int othersLines) {
            return new Lexeme(kind, start, end, text, others, othersLines);
        }
    }

    private final String text;
    private final TreeMap<Integer, Integer> whole = new TreeMap<>();
    private final List<Lexeme> lexemes = new ArrayList<>();
    private final int[] partner;

    Lexemes(String text, Document document) {
        this.text = text;
        document.header().forEach(this::wholes);
        if (document.body() != null) {
            wholes(document.body());
        }
        read();
        behindCommas();
        this.partner = partners();
    }

    int size() {
        return lexemes.size();
    }

    Lexeme get(int index) {
        return lexemes.get(index);
    }

    boolean is(int index, TokenKind kind) {
        return index >= 0 && index < lexemes.size() && lexemes.get(index).is(kind);
    }

    /** The bracket that opens or closes what this bracket closes or opens; -1 for any other token. */
    int partner(int index) {
        return partner[index];
    }

    /** The first token of a node. */
    int first(Node node) {
        return holding(node.span().startOffset());
    }

    /** The last token of a node. */
    int last(Node node) {
        int end = node.span().endOffset();
        return end <= node.span().startOffset() ? first(node) : holding(end - 1);
    }

    /** The token that holds the offset, or the next one. */
    private int holding(int offset) {
        int low = 0;
        int high = lexemes.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lexemes.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Notes what is one token: literals, media types, namespace URIs. */
    private void wholes(Node node) {
        int start = node.span().startOffset();
        switch (node) {
            case Expression.StringLiteral _, Expression.Template _ ->
                whole.put(start, node.span().endOffset());
            case Expression.CustomTemplate it ->
                whole.put(it.interpolator().span().endOffset(), it.span().endOffset());
            case Expression.TemporalLiteral _, Expression.RegexLiteral _ ->
                whole.put(start, node.span().endOffset());
            case Directive.Namespace it ->
                whole.put(it.span().endOffset() - it.uri().length(), it.span().endOffset());
            case Directive.Output it -> format(it.format(), it.type() == null ? behind(it, start) : end(it.type()));
            case Directive.Input it -> format(it.format(), end(it.type() == null ? it.name() : it.type()));
            default -> {}
        }
        if (!(node instanceof Expression.Template) && !(node instanceof Expression.CustomTemplate)) {
            Children.of(node).forEach(this::wholes);
        }
    }

    private int behind(Directive directive, int start) {
        List<Annotation> annotations = directive.annotations();
        int word = annotations.isEmpty() ? start : end(annotations.getLast());
        return text.indexOf("output", word) + "output".length();
    }

    private static int end(Node node) {
        return node.span().endOffset();
    }

    private void format(String format, int from) {
        int at = format.isEmpty() ? -1 : text.indexOf(format, from);
        if (at >= 0) {
            whole.put(at, at + format.length());
        }
    }

    private void read() {
        Lexer lexer = new Lexer(text);
        int offset = 0;
        while (true) {
            List<Remark> remarks = new ArrayList<>();
            int[] at = {offset};
            Token token = lexer.next(offset, (from, to) -> {
                remarks.add(new Remark(text.substring(from, to).stripTrailing(), lines(at[0], from)));
                at[0] = to;
            });
            Integer wholeEnd = whole.get(token.start());
            int end = wholeEnd != null
                    ? wholeEnd
                    : token.is(TokenKind.QUOTE) ? lexer.roughStringEnd(token.start()) : token.end();
            lexemes.add(new Lexeme(
                    token.kind(),
                    token.start(),
                    end,
                    text.substring(token.start(), end),
                    remarks,
                    lines(at[0], token.start())));
            if (token.is(TokenKind.END)) {
                return;
            }
            offset = Math.max(end, token.start() + 1);
        }
    }

    private int lines(int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1))) {
                count++;
            }
        }
        return count;
    }

    /** Comments before a comma go behind it, where the line ends. */
    private void behindCommas() {
        for (int i = 0; i + 1 < lexemes.size(); i++) {
            Lexeme comma = lexemes.get(i);
            if (comma.is(TokenKind.COMMA) && !comma.remarks().isEmpty()) {
                Lexeme next = lexemes.get(i + 1);
                List<Remark> moved = new ArrayList<>(comma.remarks());
                moved.addAll(next.remarks());
                lexemes.set(i, comma.with(List.of(), 0));
                lexemes.set(i + 1, next.with(moved, next.lines()));
            }
        }
    }

    private int[] partners() {
        int[] found = new int[lexemes.size()];
        Arrays.fill(found, -1);
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < found.length; i++) {
            switch (lexemes.get(i).kind()) {
                case LEFT_PAREN, LEFT_BRACKET, LEFT_BRACE -> open.push(i);
                case RIGHT_PAREN, RIGHT_BRACKET, RIGHT_BRACE -> {
                    if (!open.isEmpty()) {
                        int start = open.pop();
                        found[start] = i;
                        found[i] = start;
                    }
                }
                default -> {}
            }
        }
        return found;
    }
}
