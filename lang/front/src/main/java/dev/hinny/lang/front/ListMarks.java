package dev.hinny.lang.front;

import dev.hinny.lang.front.Spacing.Break;
import dev.hinny.lang.front.Spacing.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Marks what stands between brackets: on one line, or each piece on a line of its own. */
final class ListMarks {
    private record Brackets(int open, int close, int hug) {}

    private final Lexemes lexemes;
    private final Spacing spacing;
    private final List<Brackets> lists = new ArrayList<>();
    private final BitSet claimed = new BitSet();
    /** Ends of {@code <...>}, whose commas separate no elements of a list, by their beginnings. */
    private final int[] generics;

    ListMarks(Lexemes lexemes, Spacing spacing) {
        this.lexemes = lexemes;
        this.spacing = spacing;
        this.generics = new int[lexemes.size()];
    }

    /** Elements with commas behind the bracket {@code open}; the last may hug the brackets from {@code hug} on. */
    void list(int open, int hug) {
        list(open, lexemes.partner(open), hug);
    }

    void list(int open, int close, int hug) {
        if (close > open && !claimed.get(open)) {
            claimed.set(open);
            lists.add(new Brackets(open, close, hug));
        }
    }

    boolean isClaimed(int open) {
        return claimed.get(open);
    }

    void generic(int open, int close) {
        generics[open] = close;
    }

    /** Pieces without commas between braces, which close at {@code close}. */
    void block(int close, List<Integer> starts) {
        int open = lexemes.partner(close);
        claimed.set(open);
        spacing.spaced(open);
        if (open + 1 == close) {
            return;
        }
        boolean lines = lexemes.get(close).onLaterLine();
        for (int start : starts) {
            lines |= lexemes.get(start).onLaterLine();
        }
        for (int start : starts) {
            spacing.breaks(start, lines ? Break.ALWAYS : Break.GROUPED);
            spacing.spaced(start);
            if (start != open + 1 && !lexemes.is(start - 1, TokenKind.SEPARATOR)) {
                spacing.blank(start);
            }
        }
        spacing.breaks(close, lines ? Break.ALWAYS : Break.GROUPED);
        spacing.spaced(close);
        enclose(open, close, -1);
    }

    private void enclose(int open, int close, int hug) {
        spacing.huggable(open, close, hug);
        spacing.region(Kind.INDENT, open + 1, true, close - 1, true);
    }

    /** Marks all lists, and the parentheses that nothing else has claimed. */
    void finish() {
        for (int i = 0; i < lexemes.size(); i++) {
            if (lexemes.is(i, TokenKind.LEFT_PAREN) && !claimed.get(i)) {
                list(i, i + 1);
            }
        }
        lists.forEach(this::mark);
    }

    private void mark(Brackets it) {
        if (it.open() + 1 == it.close() && lexemes.get(it.close()).remarks().isEmpty()) {
            spacing.tight(it.close());
            return;
        }
        List<Integer> starts = starts(it);
        boolean lines = starts.stream().anyMatch(s -> lexemes.get(s).onLaterLine());
        for (int start : starts) {
            spacing.breaks(start, lines ? Break.ALWAYS : Break.GROUPED);
            if (start != it.open() + 1) {
                spacing.blank(start);
            }
        }
        spacing.breaks(it.close(), lines ? Break.ALWAYS : Break.GROUPED);
        enclose(it.open(), it.close(), it.hug());
    }

    private List<Integer> starts(Brackets it) {
        List<Integer> starts = new ArrayList<>();
        starts.add(it.open() + 1);
        int i = it.open() + 1;
        while (i < it.close()) {
            if (lexemes.is(i, TokenKind.COMMA) && i + 1 < it.close()) {
                starts.add(i + 1);
            }
            i = Math.max(i + 1, Math.max(generics[i], lexemes.partner(i)));
        }
        return starts;
    }
}
