package dev.hinny.lang.formats.flatfile;

import dev.hinny.lang.formats.flatfile.CopybookTokens.Token;
import dev.hinny.lang.formats.flatfile.Faults.Unfit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One declaration of a copybook: level, name and clauses. */
final class CopybookClauses {
    /** How a number is held. */
    enum Held {
        DISPLAY,
        BINARY,
        PACKED
    }

    private static final Set<String> BINARY =
            Set.of("COMP", "COMP-4", "COMP-5", "BINARY", "COMPUTATIONAL", "COMPUTATIONAL-4", "COMPUTATIONAL-5");
    private static final Set<String> PACKED = Set.of("COMP-3", "PACKED-DECIMAL", "COMPUTATIONAL-3");
    private static final Set<String> UNSUPPORTED = Set.of(
            "COMP-1",
            "COMP-2",
            "COMPUTATIONAL-1",
            "COMPUTATIONAL-2",
            "SYNC",
            "SYNCHRONIZED",
            "POINTER",
            "INDEX",
            "NATIONAL");

    final int level;
    final Token name;

    @Nullable
    Picture picture;

    @Nullable
    Held held;

    @Nullable
    Boolean leading;

    boolean separate;
    boolean right;
    int count = 1;

    @Nullable
    String dependingOn;

    @Nullable
    String redefines;

    private final List<Token> tokens;
    private int next;

    private CopybookClauses(int level, Token name, List<Token> tokens, int next) {
        this.level = level;
        this.name = name;
        this.tokens = tokens;
        this.next = next;
    }

    /** @param tokens of the declaration, without its period */
    static CopybookClauses of(List<Token> tokens) {
        Token first = tokens.get(0);
        if (!first.text().matches("\\d{1,2}")) {
            throw Faults.schema(
                    first.place(),
                    "a declaration starts with '" + first.text() + "', expected a level number",
                    "write for example '05 NAME PIC X(10).'; perhaps a period is missing or too many before");
        }
        boolean named = tokens.size() > 1 && !isClause(tokens.get(1).text());
        Token name = named ? tokens.get(1) : new Token("FILLER", first.place());
        CopybookClauses clauses = new CopybookClauses(Integer.parseInt(first.text()), name, tokens, named ? 2 : 1);
        if (clauses.level != 66 && clauses.level != 88) {
            clauses.read();
        }
        return clauses;
    }

    boolean isFiller() {
        return name.text().equals("FILLER");
    }

    private static boolean isClause(String word) {
        return Set.of("PIC", "PICTURE", "OCCURS", "REDEFINES", "USAGE", "VALUE").contains(word)
                || BINARY.contains(word)
                || PACKED.contains(word);
    }

    private void read() {
        while (next < tokens.size()) {
            Token token = tokens.get(next++);
            switch (token.text()) {
                case "PIC", "PICTURE" -> {
                    skip("IS");
                    Token clause = word("a picture");
                    try {
                        picture = Picture.of(clause.text());
                    } catch (Unfit e) {
                        throw Faults.schema(clause.place(), e.message(), e.hint());
                    }
                }
                case "REDEFINES" -> redefines = word("a name").text();
                case "OCCURS" -> occurs();
                case "USAGE", "IS", "ON", "RIGHT", "TIMES" -> {}
                case "SIGN" -> skip("IS");
                case "LEADING" -> leading = true;
                case "TRAILING" -> leading = false;
                case "SEPARATE" -> {
                    separate = true;
                    skip("CHARACTER");
                }
                case "JUST", "JUSTIFIED" -> right = true;
                case "BLANK" -> {
                    skip("WHEN");
                    word("ZERO");
                }
                case "VALUE", "VALUES" -> {
                    skip("IS");
                    word("a value");
                }
                case "DISPLAY" -> held = Held.DISPLAY;
                case String usage when BINARY.contains(usage) -> held = Held.BINARY;
                case String usage when PACKED.contains(usage) -> held = Held.PACKED;
                case String other ->
                    throw Faults.schema(
                            token.place(),
                            UNSUPPORTED.contains(other)
                                    ? "'" + other + "' is not supported"
                                    : "'" + other + "' is no clause of a data description",
                            "remove it from '" + name.text() + "', or check the period before it");
            }
        }
    }

    private void occurs() {
        count = number();
        if (next < tokens.size() && tokens.get(next).text().equals("TO")) {
            next++;
            count = number();
        }
        if (count == 0) {
            throw Faults.schema(name.place(), "'" + name.text() + "' occurs no times", "");
        }
        skip("TIMES");
        while (next < tokens.size()) {
            switch (tokens.get(next).text()) {
                case "DEPENDING" -> {
                    next++;
                    skip("ON");
                    dependingOn = word("a name").text();
                    while (next + 1 < tokens.size()
                            && Set.of("OF", "IN").contains(tokens.get(next).text())) {
                        next += 2;
                    }
                }
                case "ASCENDING", "DESCENDING", "INDEXED" -> {
                    next++;
                    skip("KEY");
                    skip("IS");
                    skip("BY");
                    word("a name");
                }
                default -> {
                    return;
                }
            }
        }
    }

    private int number() {
        Token token = word("a number");
        if (!token.text().matches("\\d{1,7}")) {
            throw Faults.schema(token.place(), "'" + token.text() + "' is no number of occurrences", "");
        }
        return Integer.parseInt(token.text());
    }

    private void skip(String word) {
        if (next < tokens.size() && tokens.get(next).text().equals(word)) {
            next++;
        }
    }

    private Token word(String expected) {
        if (next >= tokens.size()) {
            throw Faults.schema(
                    tokens.getLast().place(),
                    "the declaration of '" + name.text() + "' ends, expected " + expected,
                    "");
        }
        return tokens.get(next++);
    }
}
