package dev.hinny.lang.front;

import dev.hinny.lang.front.Spacing.Break;
import dev.hinny.lang.front.Spacing.Region;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** Tokens, the breaks before them and the regions that hold them, nested. */
sealed interface LineTree {
    /** A token. */
    record Text(int token) implements LineTree {}

    /** The comments before a token. */
    record Remarks(int token) implements LineTree {}

    /** The break, space or nothing before a token. */
    record Gap(int token) implements LineTree {}

    /** A region. {@code forced} tells whether a line surely ends in it. */
    final class Part implements LineTree {
        final Region region;
        final List<LineTree> children = new ArrayList<>();
        boolean forced;

        Part(Region region) {
            this.region = region;
        }
    }

    /** The whole text, a part that is a group. */
    static Part of(Lexemes lexemes, Spacing spacing) {
        List<Region> regions = new ArrayList<>(spacing.regions());
        regions.sort(Comparator.comparingInt(LineTree::startPoint)
                .thenComparing(Comparator.comparingInt(LineTree::endPoint).reversed()));
        int next = 0;
        int end = lexemes.size() - 1;
        Deque<Part> open = new ArrayDeque<>();
        Part root = new Part(new Region(Spacing.Kind.GROUP, 0, true, end, true, -1));
        open.push(root);
        for (int point = 0; point <= 3 * end + 2; point++) {
            while (next < regions.size() && startPoint(regions.get(next)) == point) {
                Region region = regions.get(next++);
                if (endPoint(region) >= point) {
                    Part part = new Part(clipped(region, open.element().region));
                    open.element().children.add(part);
                    open.push(part);
                }
            }
            int token = point / 3;
            open.element().children.add(leaf(point % 3, token));
            if (forces(lexemes, spacing, point % 3, token)) {
                open.element().forced = true;
            }
            while (open.size() > 1 && endPoint(open.element().region) <= point) {
                Part closed = open.pop();
                pieces(closed, spacing);
                open.element().forced |= closed.forced;
            }
        }
        return root;
    }

    /** Tells where the pieces of a chain end. */
    private static void pieces(Part chain, Spacing spacing) {
        int last = chain.region.end();
        for (LineTree child : chain.children.reversed()) {
            if (child instanceof Gap gap && spacing.before(gap.token()) != Break.NEVER) {
                spacing.ends(gap.token(), last);
                last = gap.token() - 1;
            }
        }
    }

    private static LineTree leaf(int kind, int token) {
        return switch (kind) {
            case 0 -> new Remarks(token);
            case 1 -> new Gap(token);
            default -> new Text(token);
        };
    }

    private static boolean forces(Lexemes lexemes, Spacing spacing, int kind, int token) {
        return switch (kind) {
            case 0 -> endsLine(lexemes.get(token));
            case 1 -> token > 0 && spacing.before(token) == Break.ALWAYS;
            default -> false;
        };
    }

    /** Whether the comments before a token make a line end. */
    static boolean endsLine(Lexemes.Lexeme it) {
        return !it.remarks().isEmpty() && it.onLaterLine();
    }

    /** A region that would reach out of the one around it ends with that. */
    private static Region clipped(Region inner, Region outer) {
        return endPoint(inner) <= endPoint(outer)
                ? inner
                : new Region(inner.kind(), inner.start(), inner.before(), outer.end(), outer.remarks(), inner.hug());
    }

    private static int startPoint(Region region) {
        return 3 * region.start() + (region.before() ? 0 : 2);
    }

    private static int endPoint(Region region) {
        return region.remarks() ? 3 * (region.end() + 1) : 3 * region.end() + 2;
    }
}
