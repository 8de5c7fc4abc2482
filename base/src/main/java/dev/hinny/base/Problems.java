package dev.hinny.base;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the problems of one reading. Not safe for use by several threads at once. */
public final class Problems {
    private static final Comparator<Problem> BY_PLACE = Comparator.comparing(
                    (Problem p) -> p.place() == null ? "" : p.place().source())
            .thenComparingInt(p -> p.place() == null ? 0 : p.place().startOffset())
            .thenComparing(Problem::severity);

    private final List<Problem> found = new ArrayList<>();

    public void add(Problem problem) {
        found.add(problem);
    }

    public void addAll(Collection<Problem> problems) {
        found.addAll(problems);
    }

    /** Adds an error in the user's input. */
    public void error(String code, @Nullable SourceSpan place, String message, String hint) {
        add(Problem.error(code, place, message, hint));
    }

    /** Adds a warning about the user's input. */
    public void warning(String code, @Nullable SourceSpan place, String message, String hint) {
        add(Problem.warning(code, place, message, hint));
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(p -> p.severity() == Severity.ERROR);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** All that was found, sorted by file and place, without exact repetitions. */
    public List<Problem> sorted() {
        return found.stream().distinct().sorted(BY_PLACE).toList();
    }

    /** Throws one exception that carries all problems when at least one of them is an error. */
    public void throwIfErrors() {
        if (hasErrors()) {
            throw new ProblemException(sorted());
        }
    }
}
