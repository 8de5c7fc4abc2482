package dev.hinny.specs.validate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects violations up to a limit and knows the place inside the value. */
final class Sink {
    /** How many steps the trials inside trials of one value may take: a shape that is ambiguous at every level doubles them each time. */
    private static final int STEPS = 300_000;

    private final int limit;
    private final Violation.Where where;
    private final int trials;
    private final int[] spent;
    private final List<Violation> found = new ArrayList<>();
    private Object[] path = new Object[8];
    private int depth;

    Sink(int limit, Violation.Where where) {
        this(limit, where, 0, new int[1]);
    }

    private Sink(int limit, Violation.Where where, int trials, int[] spent) {
        this.limit = limit;
        this.where = where;
        this.trials = trials;
        this.spent = spent;
    }

    /** A sink for a trial: it stops at the first violation and forgets where it was. */
    Sink trial() {
        return new Sink(1, where, trials + 1, spent);
    }

    /** Counts a step of a trial inside a trial; false once there were too many. */
    boolean spend() {
        if (trials < 2 || spent[0]++ < STEPS) {
            return true;
        }
        add("the value is too complex to be validated");
        return false;
    }

    void enter(Object step) {
        if (trials > 0) {
            return;
        }
        if (depth == path.length) {
            path = Arrays.copyOf(path, depth * 2);
        }
        path[depth++] = step;
    }

    void leave() {
        if (trials == 0) {
            depth--;
        }
    }

    void add(String message) {
        if (found.size() < limit) {
            found.add(new Violation(where, pointer(), message));
        }
    }

    boolean full() {
        return found.size() >= limit;
    }

    boolean clean() {
        return found.isEmpty();
    }

    List<Violation> found() {
        return List.copyOf(found);
    }

    private String pointer() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            out.append('/').append(path[i].toString().replace("~", "~0").replace("/", "~1"));
        }
        return out.toString();
    }
}
