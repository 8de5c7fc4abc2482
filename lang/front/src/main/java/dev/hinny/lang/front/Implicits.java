package dev.hinny.lang.front;

/** Which of {@code $ $$ $$$} the piece at hand uses, and whether something outside gives them a value. */
final class Implicits {
    private int used;
    private int scopes;

    /** Notes a use of the parameter with this index. */
    void use(int index) {
        used = Math.max(used, index);
    }

    int used() {
        return used;
    }

    void restore(int uses) {
        used = uses;
    }

    /** Whether {@code $} has a meaning here. */
    boolean inScope() {
        return scopes > 0;
    }

    /** Begins a piece that may give {@code $} a value; returns what {@link #close} wants back. */
    int open(boolean scope) {
        int outer = used;
        used = 0;
        if (scope) {
            scopes++;
        }
        return outer;
    }

    /**
     * Ends the piece and tells the highest index used in it.
     *
     * @param bound how many parameters the piece itself gives values; uses above it belong to the outside
     */
    int close(int outer, boolean scope, int bound) {
        int inner = used;
        if (scope) {
            scopes--;
        }
        used = inner > bound ? Math.max(outer, inner) : outer;
        return inner;
    }
}
