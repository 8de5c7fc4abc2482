package dev.hinny.lang.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hinny.base.MediaType;
import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.java.JavaBridge;
import dev.hinny.lang.engine.operation.Renderings;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ScriptTest {
    private static Script compile(String text, String... names) {
        return Script.compile(new SourceText("t.dwl", text), CompileOptions.NONE.withNames(Set.of(names)));
    }

    private static String run(String text) {
        return Renderings.compact(compile(text).evaluate(Bindings.NONE));
    }

    @Test
    void collectsAllProblemsSortedByPlace() {
        Script script = compile("var a = uper(1)\nfun f(x) = y\n---\n{a: f(1, 2), b: nope}");
        assertThat(script.hasErrors()).isTrue();
        assertThat(script.problems())
                .extracting(Problem::code)
                .containsExactly("UNKNOWN-NAME", "UNKNOWN-NAME", "WRONG-ARGUMENTS", "UNKNOWN-NAME");
        assertThat(script.problems().get(0).hint()).isEqualTo("did you mean 'upper'?");
        assertThatThrownBy(() -> script.evaluate(Bindings.NONE)).isInstanceOf(ProblemException.class);
    }

    @Test
    void bindingsAreAskedOnceAndOnlyWhenNeeded() {
        AtomicInteger asked = new AtomicInteger();
        Bindings bindings = Bindings.builder()
                .lazy("payload", () -> {
                    asked.incrementAndGet();
                    return StringValue.of("p");
                })
                .lazy("vars", () -> {
                    throw new AssertionError("not needed");
                })
                .build();
        Value value = compile("payload ++ payload", "payload", "vars").evaluate(bindings);
        assertThat(Renderings.compact(value)).isEqualTo("\"pp\"");
        assertThat(asked).hasValue(1);
    }

    @Test
    void hostFunctionsAreCalledByNameAndThroughTheirModule() {
        Bindings bindings = Bindings.builder()
                .function(
                        "p",
                        HostFunction.of(
                                "p", List.of("name"), a -> StringValue.of("<" + ((StringValue) a[0]).text() + ">")))
                .build();
        assertThat(Renderings.compact(
                        compile("[p('a'), Mule::p('b'), ['c'] map p($)]", "p").evaluate(bindings)))
                .isEqualTo("[\"<a>\", \"<b>\", [\"<c>\"]]");
    }

    @Test
    void metadataOfADocumentIsReadWithoutReadingIt() {
        TypedValue broken = TypedValue.of(
                ByteSource.of("not read"),
                MediaType.parse("application/unknown; charset=ISO-8859-1").orElseThrow());
        Value value = compile("[payload.^mimeType, payload.^encoding, payload.^contentLength]", "payload")
                .evaluate(Bindings.builder().typed("payload", broken).build());
        assertThat(Renderings.compact(value)).isEqualTo("[\"application/unknown\", \"ISO-8859-1\", 8]");
    }

    @Test
    void linesOfTheLogStartWithTheirLevel() {
        List<String> lines = new ArrayList<>();
        Script script = Script.compile(
                new SourceText("t", "[logWarn('stock', {a: [1]}), logWith('Debug', '', null), logError('x', 'y')]"),
                CompileOptions.NONE.withLog(lines::add));
        assertThat(Renderings.compact(script.evaluate(Bindings.NONE))).isEqualTo("[{a: [1]}, null, \"y\"]");
        assertThat(lines).containsExactly("WARN stock - {a: [1]}", "DEBUG null", "ERROR x - \"y\"");
    }

    @Test
    void logWritesTheValueAndReturnsIt() {
        List<String> lines = new ArrayList<>();
        Script script = Script.compile(
                new SourceText("t", "{a: log('x', 1 + 1), b: log('only')}"), CompileOptions.NONE.withLog(lines::add));
        Value value = script.run(Bindings.NONE).value();
        assertThat(Renderings.compact(value)).isEqualTo("{a: 2, b: \"only\"}");
        assertThat(lines).containsExactly("x - 2", "\"only\"");
    }

    @Test
    void javaOutputIsComputedToTheLastPart() {
        Script script = compile("import fail from dw::Runtime\n---\n{a: [{b: fail('late')}]}");
        EvaluationException failure = catchThrowableOfType(EvaluationException.class, () -> script.run(Bindings.NONE));
        assertThat(failure.first().message()).isEqualTo("late");
        assertThat(failure.first().place()).isNotNull();
        assertThat(failure.first().place().toString()).isEqualTo("t.dwl:3:10");
    }

    @Test
    void aVariableThatNeedsItselfFailsClearly() {
        EvaluationException failure = catchThrowableOfType(
                EvaluationException.class,
                () -> compile("var a = a + 1\n---\na").evaluate(Bindings.NONE));
        assertThat(failure.first().code()).isEqualTo("TOO-DEEP");
    }

    @Test
    void onePartlyLazyResultIsTheSameForManyThreads() throws Exception {
        Script script = compile("fun f(n) = if (n < 2) n else f(n - 1) + f(n - 2)\n---\n(1 to 12) map {n: $, f: f($)}");
        Value shared = script.evaluate(Bindings.NONE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> results = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                results.add(threads.submit(() -> Renderings.compact(shared)));
            }
            for (Future<String> result : results) {
                assertThat(result.get()).endsWith("{n: 12, f: 144}]");
            }
        }
    }

    @Test
    void javaObjectsAreSelectedByTheirProperties() {
        record Person(String name, List<String> tags) {}
        Bindings bindings = Bindings.builder()
                .value(
                        "payload",
                        JavaBridge.toValue(Map.of(
                                "person",
                                new Person("Ann", List.of("x", "y")),
                                "error",
                                new IllegalStateException("bad"))))
                .build();
        Value value = compile(
                        "[payload.person.name, payload.person.tags[1], payload.error.message, payload.none,"
                                + " keysOf(payload.person)]",
                        "payload")
                .evaluate(bindings);
        assertThat(Renderings.compact(value)).isEqualTo("[\"Ann\", \"y\", \"bad\", null, [name, tags]]");
    }

    @Test
    void valuesBecomePlainJavaObjects() {
        Value value = compile("{a: 1, b: [1.5, 'x', null], c: 12345678901}").evaluate(Bindings.NONE);
        assertThat(JavaBridge.toJava(value))
                .isEqualTo(Map.of("a", (Object) 1, "b", Arrays.asList(1.5, "x", null), "c", 12345678901L));
        assertThat(JavaBridge.toJava(NumberValue.of(7L), long.class)).isEqualTo(7L);
    }

    @Test
    void theClassInTheMetadataChoosesTheJavaForm() {
        Value value = compile("type Order = Object {class: 'shop.Order'}\n"
                        + "---\n"
                        + "{n: 1 as Number {class: 'java.lang.Double'}, d: |2020-01-02T00:00:00Z| as DateTime"
                        + " {class: 'java.util.Date'}, o: {a: 1} as Order}")
                .evaluate(Bindings.NONE);
        assertThat(JavaBridge.toJava(value))
                .isEqualTo(Map.of("n", (Object) 1.0, "d", new java.util.Date(1577923200000L), "o", Map.of("a", 1)));
        assertThat(Renderings.compact(compile("({a: 1} as Object {class: 'shop.Order'}).^class")
                        .evaluate(Bindings.NONE)))
                .isEqualTo("\"shop.Order\"");
    }

    @Test
    void longSourcesAreMappedWithoutBeingHeld() {
        assertThat(run("((1 to 300000000) map $ * 2 filter $ > 10)[0]")).isEqualTo("12");
    }
}
