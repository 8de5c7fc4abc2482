package dev.hinny.lang.front;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Puts printed pieces on one line where they fit and one below the other where they do not. */
final class Layout {
    /** Stands for a line end that takes part in indentation, unlike one inside a literal. */
    static final String BREAK = "\u0001";

    private static final int WIDTH = 80;

    private Layout() {}

    /** {@code open}, the items with commas, {@code close}. */
    static String list(String open, List<String> items, String close) {
        if (items.isEmpty()) {
            return open + close;
        }
        String flat = open + String.join(", ", items) + close;
        return fits(flat) ? flat : open + block(String.join("," + BREAK, items)) + close;
    }

    /** The items printed; a plain loop, since streams would make deep trees cost several times the stack. */
    static <T> List<String> each(List<T> items, Function<T, String> print) {
        List<String> printed = new ArrayList<>(items.size());
        for (T item : items) {
            printed.add(print.apply(item));
        }
        return printed;
    }

    static String join(List<String> items, String between) {
        return String.join(between, items);
    }

    static String join(List<String> items, String between, String open, String close) {
        return open + String.join(between, items) + close;
    }

    /** Content on lines of its own, one step further right. */
    static String block(String content) {
        return indent(BREAK + content) + BREAK;
    }

    static String indent(String content) {
        return content.replace(BREAK, BREAK + "  ");
    }

    static String lines(String content) {
        return content.replace(BREAK, "\n");
    }

    private static boolean fits(String flat) {
        return flat.length() <= WIDTH && !flat.contains(BREAK);
    }
}
