package dev.hinny.lang.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hinny.base.MediaType;
import dev.hinny.base.Problem;
import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.operation.Renderings;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Evaluations that end before their time: by a limit, by an interrupt, by the size of what they make. */
@Timeout(60)
class LimitsTest {
    private static Problem failure(String text, CompileOptions options) {
        Script script = Script.compile(new SourceText("t.dwl", text), options);
        return Objects.requireNonNull(catchThrowableOfType(
                        EvaluationException.class, () -> script.run(Bindings.NONE, MediaType.JAVA)))
                .first();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fun f(n) = f(n + 1) --- f(1)",
                "(1 to 1000000000000) reduce ($ + $$)",
                "(1 to 1000000000000) map $ + 1",
            })
    void timeLimitEndsTheScriptWhereItIs(String text) {
        Problem problem = failure(text, CompileOptions.NONE.withTimeLimit(Duration.ofMillis(50)));
        assertThat(problem.code()).isEqualTo("TIMED-OUT");
        assertThat(problem.message()).contains("50 ms");
        assertThat(problem.place()).isNotNull();
    }

    @Test
    void scriptThatIsDoneInTimeHasItsResult() {
        Script script =
                Script.compile(new SourceText("t.dwl", "1 + 1"), CompileOptions.NONE.withTimeLimit(Duration.ofMinutes(1)));
        assertThat(Renderings.compact(script.evaluate(Bindings.NONE))).isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(1 to 100000) orderBy -$",
                "(1 to 100000) reduce ($ + $$)",
                "sum((1 to 100000) map $)",
                "(1 to 100000) groupBy ($ mod 2)",
                "(1 to 100000) distinctBy $",
                "(1 to 100000) joinBy ','",
                "flatten([1 to 100000])",
                "zip(1 to 100000, 1 to 100000)",
                "[1, [2]] == [1, [2]]",
                "fun f(n) = [n ~ f(n + 1)] --- f(1)[100000]",
            })
    void interruptEndsTheScriptWhereItIs(String text) {
        Thread.currentThread().interrupt();
        try {
            Problem problem = failure(text, CompileOptions.NONE);
            assertThat(problem.code()).isEqualTo("STOPPED");
            assertThat(problem.place()).isNotNull();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fun f(n) = 1 + f(n + 1) --- f(1)",
                "var a = {b: a} --- a",
                "fun f(n) = {a: f(n + 1)} --- f(1)",
            })
    void recursionWithoutEndHasAPlace(String text) {
        Problem problem = failure(text, CompileOptions.NONE);
        assertThat(problem.code()).isEqualTo("TOO-DEEP");
        assertThat(problem.place()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(1 to 60) reduce (n, acc = 'x') -> acc ++ acc",
                "(1 to 60) reduce (n, acc = 'x') -> \"$(acc)$(acc)\"",
                "(1 to 60) reduce (n, acc = 'x') -> [acc, acc] joinBy ''",
            })
    void textThatGrowsAndGrowsIsTooLong(String text) {
        assertThat(failure(text, CompileOptions.NONE).code()).isEqualTo("TOO-LONG");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(1 to 60) reduce (n, acc = [1]) -> acc ++ acc",
                "(1 to 60) reduce (n, acc = [1]) -> flatten([acc, acc])",
                "fun from(n) = [n ~ from(n + 1)] --- sizeOf(from(1))",
            })
    void arrayThatGrowsAndGrowsIsTooLong(String text) {
        assertThat(failure(text, CompileOptions.NONE).code()).isEqualTo("TOO-MANY");
    }
}
