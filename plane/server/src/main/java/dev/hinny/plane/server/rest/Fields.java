package dev.hinny.plane.server.rest;

import dev.hinny.plane.server.usecase.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with the fields of a body, so that one answer names them all. */
public final class Fields {
    private final List<String> problems = new ArrayList<>();

    /** The text must be there, not blank and not too long. */
    public Fields text(String name, @Nullable String value, int atMost) {
        if (value == null || value.isBlank()) {
            problems.add("field '" + name + "' is missing");
        } else if (value.length() > atMost) {
            problems.add("field '" + name + "' is longer than " + atMost + " characters");
        }
        return this;
    }

    /** The text must match the pattern, which the sentence explains. */
    public Fields matching(String name, @Nullable String value, String pattern, String expected) {
        if (value == null || value.isBlank()) {
            problems.add("field '" + name + "' is missing: " + expected);
        } else if (!value.matches(pattern)) {
            problems.add("field '" + name + "' is '" + value + "', expected " + expected);
        }
        return this;
    }

    public Fields present(String name, @Nullable Object value) {
        if (value == null) {
            problems.add("field '" + name + "' is missing");
        }
        return this;
    }

    public Fields that(boolean good, String problem) {
        if (!good) {
            problems.add(problem);
        }
        return this;
    }

    /** Throws 400 when anything was found. */
    public void check() {
        if (!problems.isEmpty()) {
            throw new Refusal(400, String.join("; ", problems), problems);
        }
    }
}
