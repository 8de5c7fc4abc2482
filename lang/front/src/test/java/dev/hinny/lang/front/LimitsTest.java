package dev.hinny.lang.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.Problem;
import dev.hinny.base.SourceText;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nesting is limited far from the end of the stack, with one clear problem. */
class LimitsTest {
    private static final int MANY = 100_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "[",
                "{a: ",
                "-",
                "!",
                "not ",
                "f(",
                "a[",
                "\"$(",
                "if (a) 1 else ",
                "if (",
                "(a) -> ",
                "(a = ",
                "do {",
                "using (a = ",
                "a match { case x -> ",
                "a as Array<",
                "a is {b: ",
                "a as (",
                "a as B {c: ",
                "1 + (",
                "a or (b and (",
                "a map ",
                "[?(",
                "a[?(",
                "{(",
                "@(",
                "a @(b: ",
                "var a = do { ",
                "<A <: B<"
            })
    void endlessNestingIsAProblem(String piece) {
        Parsed parsed = onFreshThread(() -> parse(piece.repeat(MANY)));

        assertThat(parsed.problems()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" + 1", " ++ b", ".a", "[0]", "(1)", " default 1", " match { case 1 -> 2 }", " as A"})
    void endlessChainsAreAProblem(String link) {
        Parsed parsed = onFreshThread(() -> parse("a" + link.repeat(MANY)));

        assertThat(parsed.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("SCRIPT-TOO-DEEP");
            assertThat(problem.message()).isEqualTo("the script is a chain of more than 500 operations here");
        });
    }

    @Test
    void parenthesesNestedTooDeepAreNamedWithTheirPlace() {
        Parsed parsed = onFreshThread(() -> parse("(".repeat(MANY) + "1" + ")".repeat(MANY)));

        assertThat(parsed.problems())
                .extracting(Problem::line)
                .containsExactly("s:1:201: error: SCRIPT-TOO-DEEP: the script is nested more than 200 levels deep here"
                        + " (give parts of it a name with 'var' or 'fun')");
    }

    @Test
    void whatIsWithinTheLimitsIsReadAndPrinted() {
        String nested = "[".repeat(195) + "1" + "]".repeat(195);
        String chained = "a" + " + b".repeat(490);

        assertThat(onFreshThread(() -> roundTrip(nested))).isTrue();
        assertThat(onFreshThread(() -> roundTrip(chained))).isTrue();
        assertThat(onFreshThread(() -> roundTrip("if (a) 1 else ".repeat(450) + "2")))
                .isTrue();
    }

    @Test
    void longListsAreNotDeep() {
        Parsed parsed = onFreshThread(() -> parse("[" + "{a: 1, b: [2]}, ".repeat(20_000) + "]"));

        assertThat(parsed.problems()).isEmpty();
    }

    private static boolean roundTrip(String script) {
        Parsed parsed = parse(script);
        String printed = Printer.print(parsed.document());
        return parsed.problems().isEmpty()
                && Printer.print(parse(printed).document()).equals(printed);
    }

    private static Parsed parse(String script) {
        return Parser.parse(new SourceText("s", script));
    }

    /** A thread of its own, so that the runner's larger or fuller stack does not count. */
    private static <T> T onFreshThread(Supplier<T> work) {
        AtomicReference<T> result = new AtomicReference<>();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(() -> result.set(work.get()));
        thread.setUncaughtExceptionHandler((t, e) -> failure.set(e));
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        assertThat(failure.get()).isNull();
        return result.get();
    }
}
