package dev.hinny.dist.demo;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints what happens, line by line with seconds, and remembers what did not hold. */
final class Story {
    private final PrintWriter out;
    private final long began = System.nanoTime();
    private final List<String> failures = new ArrayList<>();
    private final List<String> times = new ArrayList<>();
    private int held;

    Story(PrintWriter out) {
        this.out = out;
    }

    /** A step that is done and its work. */
    interface Step<T> {
        T run() throws Exception;
    }

    void title(String text) {
        out.println();
        out.println(text);
        out.flush();
    }

    void say(String text) {
        out.println("    " + text);
        out.flush();
    }

    /** Runs a step and prints how long it took. */
    <T> T step(String what, Step<T> step) throws Exception {
        long start = System.nanoTime();
        T result = step.run();
        String line = String.format(Locale.ROOT, "%6.2f s  %s", seconds(start), what);
        times.add(line);
        out.println("  " + line);
        out.flush();
        return result;
    }

    /** One thing that must hold. */
    void check(boolean holds, String what, String otherwise) {
        if (holds) {
            held++;
            out.println("  ok    " + what);
        } else {
            failures.add(what + ": " + otherwise);
            out.println("  FAIL  " + what + ": " + otherwise);
        }
        out.flush();
    }

    boolean allHeld() {
        return failures.isEmpty();
    }

    void summary() {
        title("Summary");
        times.forEach(line -> out.println("  " + line));
        out.printf(Locale.ROOT, "  %6.2f s  in all%n", seconds(began));
        out.println("  " + held + " of " + (held + failures.size()) + " expectations held");
        failures.forEach(f -> out.println("  FAIL  " + f));
        out.flush();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
