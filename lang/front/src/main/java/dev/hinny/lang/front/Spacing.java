package dev.hinny.lang.front;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the formatter wants before each token, and the regions that share their line breaks or their indentation. */
final class Spacing {
    /** Where a line may end before a token. */
    enum Break {
        NEVER,
        /** With all others of its group. */
        GROUPED,
        /** Where the next piece does not fit. */
        FILL,
        ALWAYS
    }

    /** What a region does. */
    enum Kind {
        /** Its grouped breaks are taken all or none; its lines stand where the line on which it begins stands. */
        GROUP,
        /** Lines that begin in it stand one step further right than the line on which it begins. */
        INDENT,
        /** Lines that begin in it stand one step further right than those of the group around it. */
        BRANCH
    }

    /**
     * Tokens from {@code start} to {@code end}, both included.
     *
     * @param before whether the break before the first token belongs to it
     * @param remarks whether the comments behind the last token belong to it
     * @param hug the token from which on the last piece of a group may break while the rest stays on its line; -1 for
     *     none
     */
    record Region(Kind kind, int start, boolean before, int end, boolean remarks, int hug) {}

    final Lexemes lexemes;
    private final Break[] breaks;
    private final Boolean[] spaces;
    private final boolean[] blank;
    /** For a break that fills lines, the last token before the next such break of the same chain. */
    private final int[] ends;

    private final List<Region> regions = new ArrayList<>();

    Spacing(Lexemes lexemes) {
        this.lexemes = lexemes;
        this.breaks = new Break[lexemes.size()];
        this.spaces = new Boolean[lexemes.size()];
        this.blank = new boolean[lexemes.size()];
        this.ends = new int[lexemes.size()];
        Arrays.fill(breaks, Break.NEVER);
    }

    List<Region> regions() {
        return regions;
    }

    Break before(int token) {
        return breaks[token];
    }

    /** Whether an empty line before a token is kept. */
    boolean keepsBlank(int token) {
        return blank[token];
    }

    void breaks(int token, Break how) {
        breaks[token] = how;
    }

    void ends(int token, int last) {
        ends[token] = last;
    }

    /**
     * The columns of the piece behind a break that fills lines, with the commas and brackets that close behind it; more than
     * any line has where a line surely ends in it.
     */
    int length(int token) {
        int length = 0;
        int last = ends[token];
        for (int i = token; i <= last && length <= Formatter.WIDTH; i++) {
            Lexemes.Lexeme it = lexemes.get(i);
            boolean lines =
                    i > token && (breaks[i] == Break.ALWAYS || !it.remarks().isEmpty());
            if (lines || it.text().indexOf('\n') >= 0) {
                return Integer.MAX_VALUE / 2;
            }
            length += it.text().length() + (i > token && space(i) ? 1 : 0);
        }
        while (closes(++last)) {
            length++;
        }
        return length;
    }

    private boolean closes(int token) {
        return breaks[token] != Break.ALWAYS
                && switch (lexemes.get(token).kind()) {
                    case COMMA, RIGHT_PAREN, RIGHT_BRACKET, RIGHT_BRACE -> true;
                    default -> false;
                };
    }

    void blank(int token) {
        blank[token] = true;
    }

    /** No space before a token. */
    void tight(int token) {
        spaces[token] = false;
    }

    /** No spaces between the tokens from {@code first} to {@code last}. */
    void tight(int first, int last) {
        for (int i = first + 1; i <= last; i++) {
            tight(i);
        }
    }

    void spaced(int token) {
        spaces[token] = true;
    }

    void region(Kind kind, int start, boolean before, int end, boolean remarks) {
        regions.add(new Region(kind, start, before, end, remarks, -1));
    }

    void huggable(int start, int end, int hug) {
        regions.add(new Region(Kind.GROUP, start, false, end, false, hug));
    }

    /** Whether a space stands before a token that stands on the line of the token before. */
    boolean space(int token) {
        if (token == 0) {
            return false;
        }
        Lexemes.Lexeme before = lexemes.get(token - 1);
        Lexemes.Lexeme it = lexemes.get(token);
        Boolean wanted = spaces[token];
        boolean space = wanted != null ? wanted : usual(before.kind(), it.kind());
        return space || fuses(before, it);
    }

    private static boolean usual(TokenKind before, TokenKind kind) {
        boolean tight = switch (kind) {
            case COMMA, COLON, RIGHT_PAREN, RIGHT_BRACKET, RIGHT_BRACE, END -> true;
            default -> false;
        };
        return !tight
                && switch (before) {
                    case LEFT_PAREN, LEFT_BRACKET, LEFT_BRACE -> false;
                    default -> true;
                };
    }

    /** Whether two tokens side by side would be read as others. */
    private static boolean fuses(Lexemes.Lexeme before, Lexemes.Lexeme it) {
        if (it.is(TokenKind.END) || before.text().isEmpty() || it.text().isEmpty()) {
            return false;
        }
        char last = before.text().charAt(before.text().length() - 1);
        if ("\"'`)]}({[,".indexOf(last) >= 0 || "\"'`)]}({[,".indexOf(it.text().charAt(0)) >= 0) {
            return false;
        }
        String joined = before.text() + it.text();
        if (last == '/' || last == '|' || joined.contains("//") || joined.contains("/*")) {
            return it.is(TokenKind.SLASH) || it.is(TokenKind.STAR);
        }
        return before.end() - before.start() == before.text().length()
                && new Lexer(joined).next(0).end() > before.text().length();
    }
}
