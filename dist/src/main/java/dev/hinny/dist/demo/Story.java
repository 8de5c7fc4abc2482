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
    private volatile boolean ended;

    Story(PrintWriter out) {
        this.out = out;
    }

    /** A step that is done and its work. */
    interface Step<T> {
        T run() throws Exception;
    }

    /** Nothing more is told: what fails from now on fails because of the end. */
    void end() {
        ended = true;
    }

    boolean ended() {
        return ended;
    }

    private void line(String text) {
        if (!ended) {
            out.println(text);
            out.flush();
        }
    }

    void title(String text) {
        line("");
        line(text);
    }

    void say(String text) {
        line("    " + text);
    }

    /** Runs a step and prints how long it took. */
    <T> T step(String what, Step<T> step) throws Exception {
        long start = System.nanoTime();
        T result = step.run();
        String line = String.format(Locale.ROOT, "%6.2f s  %s", seconds(start), what);
        times.add(line);
        line("  " + line);
        return result;
    }

    /** One thing that must hold. */
    void check(boolean holds, String what, String otherwise) {
        if (holds) {
            held++;
            line("  ok    " + what);
        } else {
            failures.add(what + ": " + otherwise);
            line("  FAIL  " + what + ": " + otherwise);
        }
    }

    boolean allHeld() {
        return failures.isEmpty();
    }

    void summary() {
        title("Summary");
        times.forEach(time -> line("  " + time));
        line(String.format(Locale.ROOT, "  %6.2f s  in all", seconds(began)));
        line("  " + held + " of " + (held + failures.size()) + " expectations held");
        failures.forEach(f -> line("  FAIL  " + f));
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
