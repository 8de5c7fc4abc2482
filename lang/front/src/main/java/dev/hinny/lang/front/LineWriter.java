package dev.hinny.lang.front;

import dev.hinny.lang.front.LineTree.Gap;
import dev.hinny.lang.front.LineTree.Part;
import dev.hinny.lang.front.LineTree.Remarks;
import dev.hinny.lang.front.LineTree.Text;
import dev.hinny.lang.front.Spacing.Break;
import dev.hinny.lang.front.Spacing.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** Writes tokens in lines, breaking them where they do not fit. */
final class LineWriter {
    private static final int STEP = 4;

    /** How breaks are taken. */
    private enum Mode {
        FLAT,
        BROKEN,
        /** All of a group on its line but the last piece. */
        HUGGED
    }

    /** A piece that is still to be written; {@code hug} is the token from which on a hugged group may break. */
    private record Pending(LineTree piece, int indent, Mode mode, int hug) {}

    private final Lexemes lexemes;
    private final Spacing spacing;
    private final StringBuilder out = new StringBuilder();
    private final Deque<Pending> pending = new ArrayDeque<>();
    private int column;
    private int lineIndent;
    private boolean lineDue;

    LineWriter(Lexemes lexemes, Spacing spacing) {
        this.lexemes = lexemes;
        this.spacing = spacing;
    }

    String write(Part root) {
        pending.push(new Pending(root, 0, Mode.BROKEN, -1));
        while (!pending.isEmpty()) {
            Pending next = pending.pop();
            switch (next.piece()) {
                case Text it -> text(lexemes.get(it.token()).text());
                case Remarks it -> remarks(it.token(), next.indent());
                case Gap it -> gap(it.token(), next);
                case Part it -> part(it, next);
            }
        }
        return out.isEmpty() ? "" : out.append('\n').toString();
    }

    private void text(String text) {
        out.append(text);
        int line = text.lastIndexOf('\n');
        column = line < 0 ? column + text.length() : text.length() - line - 1;
    }

    private void line(int indent, boolean blank) {
        if (!out.isEmpty()) {
            out.append(blank ? "\n\n" : "\n").append(" ".repeat(indent));
        }
        column = indent;
        lineIndent = indent;
        lineDue = false;
    }

    private void remarks(int token, int indent) {
        Lexemes.Lexeme it = lexemes.get(token);
        boolean opened = token == 0
                || lexemes.is(token - 1, TokenKind.LEFT_BRACE)
                || lexemes.is(token - 1, TokenKind.LEFT_BRACKET)
                || lexemes.is(token - 1, TokenKind.LEFT_PAREN);
        for (Lexemes.Remark remark : it.remarks()) {
            if (remark.linesBefore() > 0 || lineDue) {
                line(indent, remark.linesBefore() > 1 && !opened);
            } else if (!out.isEmpty()) {
                text(" ");
            }
            text(aligned(remark.text()));
            lineDue = remark.toLineEnd();
            opened = false;
        }
        lineDue |= !it.remarks().isEmpty() && it.lines() > 0;
    }

    /** The lines of a comment one below the other where each begins with a star. */
    private String aligned(String comment) {
        List<String> lines = comment.lines().toList();
        if (lines.size() < 2
                || !lines.stream().skip(1).allMatch(l -> l.stripLeading().startsWith("*"))) {
            return comment.replace("\r", "");
        }
        StringBuilder text = new StringBuilder(lines.getFirst().stripTrailing());
        for (String line : lines.subList(1, lines.size())) {
            text.append('\n').append(" ".repeat(lineIndent + 1)).append(line.strip());
        }
        return text.toString();
    }

    private void gap(int token, Pending at) {
        Lexemes.Lexeme it = lexemes.get(token);
        boolean end = it.is(TokenKind.END);
        boolean breaks = token > 0
                && !end
                && switch (spacing.before(token)) {
                    case NEVER -> false;
                    case ALWAYS -> true;
                    case GROUPED -> at.mode() == Mode.BROKEN;
                    case FILL -> mayFill(token, at.mode(), at.hug()) && isFull(token, at.indent());
                };
        if (breaks || (lineDue && !end)) {
            boolean blank = it.lines() > 1
                    && (spacing.keepsBlank(token) || !it.remarks().isEmpty());
            line(at.indent(), blank && !closes(it));
        } else if (!end && (spacing.space(token) || !it.remarks().isEmpty()) && !out.isEmpty()) {
            text(" ");
        }
    }

    /** Whether the next piece of a chain has to go to the next line: it fits there, or its beginning does not fit here. */
    private boolean isFull(int token, int indent) {
        int length = spacing.length(token);
        boolean better = column + 1 + length > Formatter.WIDTH && indent + length <= Formatter.WIDTH;
        return better || !fits(List.of(), column + 1);
    }

    private static boolean closes(Lexemes.Lexeme it) {
        return it.is(TokenKind.RIGHT_BRACE) || it.is(TokenKind.RIGHT_BRACKET) || it.is(TokenKind.RIGHT_PAREN);
    }

    private static boolean mayFill(int token, Mode mode, int hug) {
        return mode == Mode.BROKEN || (mode == Mode.HUGGED && token >= hug);
    }

    private void part(Part part, Pending at) {
        int indent = switch (part.region.kind()) {
            case GROUP -> lineIndent;
            case INDENT -> lineIndent + STEP;
            case BRANCH -> at.indent() + STEP;
        };
        Mode mode = at.mode();
        int hug = at.hug();
        if (part.region.kind() == Kind.GROUP) {
            mode = inner(part, at.mode(), at.hug());
            if (mode == Mode.BROKEN) {
                mode = chosen(part, indent);
            }
            hug = part.region.hug();
        }
        for (LineTree child : part.children.reversed()) {
            pending.push(new Pending(child, indent, mode, hug));
        }
    }

    /** What a group may do inside another. */
    private static Mode inner(Part part, Mode outer, int hug) {
        return switch (outer) {
            case FLAT -> part.forced ? Mode.BROKEN : Mode.FLAT;
            case BROKEN -> Mode.BROKEN;
            case HUGGED -> part.region.start() >= hug || part.forced ? Mode.BROKEN : Mode.FLAT;
        };
    }

    private Mode chosen(Part part, int indent) {
        if (!part.forced && fits(List.of(new Pending(part, indent, Mode.FLAT, -1)), column)) {
            return Mode.FLAT;
        }
        int hug = part.region.hug();
        if (hug >= 0 && !linesBefore(part, hug) && fits(hugged(part, indent), column)) {
            return Mode.HUGGED;
        }
        return Mode.BROKEN;
    }

    private List<Pending> hugged(Part part, int indent) {
        List<Pending> pieces = new ArrayList<>();
        for (LineTree child : part.children) {
            pieces.add(new Pending(child, indent, Mode.HUGGED, part.region.hug()));
        }
        return pieces;
    }

    /** Whether a line surely ends before the last piece of a list, or right before it or its end. */
    private boolean linesBefore(Part part, int hug) {
        for (int i = part.region.start() + 1; i <= hug; i++) {
            if (spacing.before(i) == Break.ALWAYS || LineTree.endsLine(lexemes.get(i))) {
                return true;
            }
        }
        return spacing.before(part.region.end()) == Break.ALWAYS || LineTree.endsLine(lexemes.get(part.region.end()));
    }

    /** Whether what follows fits on the line up to the next place where a line may end. */
    private boolean fits(List<Pending> first, int from) {
        Deque<Pending> next = new ArrayDeque<>(first);
        Iterator<Pending> rest = pending.iterator();
        int at = from;
        while (at <= Formatter.WIDTH) {
            if (next.isEmpty()) {
                if (!rest.hasNext()) {
                    return true;
                }
                next.push(rest.next());
            }
            Pending piece = next.pop();
            switch (piece.piece()) {
                case Text it -> {
                    String text = lexemes.get(it.token()).text();
                    int line = text.indexOf('\n');
                    at += line < 0 ? text.length() : line;
                    if (line >= 0) {
                        return at <= Formatter.WIDTH;
                    }
                }
                case Remarks it -> {
                    for (Lexemes.Remark remark : lexemes.get(it.token()).remarks()) {
                        at += remark.linesBefore() > 0 ? 0 : 1 + remark.text().length();
                    }
                    if (LineTree.endsLine(lexemes.get(it.token()))) {
                        return at <= Formatter.WIDTH;
                    }
                }
                case Gap it -> {
                    if (mayEnd(it.token(), piece)) {
                        return true;
                    }
                    at += spacing.space(it.token()) ? 1 : 0;
                }
                case Part it -> {
                    boolean group = it.region.kind() == Kind.GROUP;
                    Mode mode = group ? inner(it, piece.mode(), piece.hug()) : piece.mode();
                    for (LineTree child : it.children.reversed()) {
                        next.push(new Pending(child, 0, mode, group ? it.region.hug() : piece.hug()));
                    }
                }
            }
        }
        return false;
    }

    private boolean mayEnd(int token, Pending at) {
        return token > 0
                && switch (spacing.before(token)) {
                    case NEVER -> false;
                    case ALWAYS -> true;
                    case GROUPED -> at.mode() == Mode.BROKEN;
                    case FILL -> mayFill(token, at.mode(), at.hug());
                };
    }
}
