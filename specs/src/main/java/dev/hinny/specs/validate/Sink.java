package dev.hinny.specs.validate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects violations up to a limit and knows the place inside the value. */
final class Sink {
    private static final int STEPS = 5_000_000;
    private final int limit;
    private final Violation.Where where;
    private final List<Violation> found = new ArrayList<>();
    private Object[] path = new Object[16];
    private int depth;
    private final int[] spent;

    Sink(int limit, Violation.Where where) {
        this(limit, where, new int[1]);
    }

    private Sink(int limit, Violation.Where where, int[] spent) {
        this.limit = limit;
        this.where = where;
        this.spent = spent;
    }

    /** Counts a step; false once a value took so many that its shape must be ambiguous at every level. */
    boolean spend() {
        if (spent[0]++ < STEPS) {
            return true;
        }
        add("the value is too complex to be validated");
        return false;
    }

    /** A sink for a trial: it stops at the first violation. */
    Sink trial() {
        return below(1);
    }

    /** A sink with the same place. */
    Sink below(int otherLimit) {
        Sink inner = new Sink(otherLimit, where, spent);
        inner.path = path.clone();
        inner.depth = depth;
        return inner;
    }

    void enter(Object step) {
        if (depth == path.length) {
            path = Arrays.copyOf(path, depth * 2);
        }
        path[depth++] = step;
    }

    void leave() {
        depth--;
    }

    void add(String message) {
        if (found.size() < limit) {
            found.add(new Violation(where, pointer(), message));
        }
    }

    void addAll(List<Violation> others) {
        others.stream().limit(limit - found.size()).forEach(found::add);
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
