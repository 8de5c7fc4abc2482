package dev.hinny.lang.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.Bindings;
import dev.hinny.lang.engine.CompileOptions;
import dev.hinny.lang.engine.EvaluationException;
import dev.hinny.lang.engine.HostFunction;
import dev.hinny.lang.engine.Privileges;
import dev.hinny.lang.engine.Script;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.operation.Renderings;
import dev.hinny.lang.engine.operation.Texts;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.StringValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts that run scripts: limits of time and depth, privileges, loggers. */
@Timeout(60)
class RunScriptsTest {
    private static final Map<String, String> FILES = Map.of(
            "classpath://secret.txt", "secret", "classpath://sum.dwl", "output application/json --- payload.a + b");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(1 to 1000000000000) map $ + 1",
                "sum((1 to 1000000000000) map $)",
                "(1 to 1000000000000) reduce ((n, sum = 0) -> sum + n)",
                "sizeOf((1 to 1000000000000) filter isEven($))",
                "fun f(n) = f(n + 1) --- f(0)",
                "fun f(n) = if (n < 0) 1 else f(n - 1) + f(n - 2) --- f(60)",
                "import * from dw::Runtime --- 1 wait 600000",
                "import * from dw::Runtime --- try(() -> sum((1 to 1000000000000) map $)) orElse 'caught'",
                "import * from dw::Runtime --- eval('i', {i: 'sum((1 to 1000000000000) map $)'}, {}, {}, {timeOut: 600000})",
                "import * from dw::util::Tree --- {a: 1 to 1000000000000} mapLeafValues $ + 1"
            })
    void scriptEndsWhenItsTimeIsOver(String script) {
        assertThat(evaluate("""
            import eval from dw::Runtime
            ---
            eval("main", {main: script}, {}, {}, {timeOut: 100}) then [$.success, $.kind]
            """, script)).isEqualTo("[false, \"TimedOutException\"]");
    }

    @Test
    void callerGoesOnAfterATimeOut() {
        assertThat(evaluate("""
            import eval from dw::Runtime
            var late = eval("main", {main: script}, {}, {}, {timeOut: 50})
            ---
            [late.success, sum((1 to 1000) map $)]
            """, "sum((1 to 1000000000000) map $)")).isEqualTo("[false, 500500]");
    }

    @Test
    void scriptThatCannotBeStoppedIsReported() {
        CountDownLatch released = new CountDownLatch(1);
        AtomicReference<String> report = new AtomicReference<>("");
        Bindings bindings = Bindings.builder()
                .function("hang", HostFunction.of("hang", List.of(), a -> {
                    awaitStubbornly(released);
                    return NullValue.NULL;
                }))
                .function("report", HostFunction.of("report", List.of("thread", "stack", "code"), a -> {
                    report.set(Texts.of(a[1]) + Texts.of(a[2]));
                    return BooleanValue.TRUE;
                }))
                .build();
        try {
            String script = """
                import eval from dw::Runtime
                ---
                eval("main", {main: "hang()"}, {}, {hang: hang}, {timeOut: 20, onUnhandledTimeout: report}).success
                """;
            assertThat(evaluate(script, CompileOptions.NONE.withNames(bindings.names()), bindings))
                    .isEqualTo("false");
        } finally {
            released.countDown();
        }
        assertThat(report.get()).contains("awaitStubbornly", "hang()");
    }

    private static void awaitStubbornly(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.yield();
            }
        }
    }

    @Test
    void depthOfCallsIsLimited() {
        String deep = "fun f(n) = if (n == 0) 0 else 1 + f(n - 1) --- f(20000)";
        assertThat(depth(100, deep)).isEqualTo("\"TooDeepException\"");
        assertThat(depth(1000000, deep)).isEqualTo("20000");
    }

    private static String depth(int calls, String script) {
        return evaluate(
                "import eval from dw::Runtime --- eval('main', {main: script}, {}, {}, {maxStackSize: " + calls
                        + "}) then ($.value default $.kind)",
                script);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "readUrl('classpath://secret.txt', 'text/plain')",
                "dw::System::envVar('PATH')",
                "dw::System::envVars()",
                "dw::Runtime::prop('java.version')",
                "dw::Runtime::props()",
                "dw::Runtime::evalUrl('classpath://sum.dwl')",
                "dw::module::Multipart::file('a', 'secret.txt')",
                "import java!java::lang::System --- System::lineSeparator()",
                "dw::Runtime::eval('i', {i: \"dw::System::envVar('PATH')\"}, {}, {}, {onException: 'FAIL'})"
            })
    void nothingIsReachedWithoutPrivilege(String script) {
        String run = "import eval from dw::Runtime --- eval('main', {main: script}, {}, {}, {securityManager: "
                + "(grant, args) -> %s}) then ($.kind default 'reached')";
        assertThat(evaluate(run.formatted("false"), script)).isEqualTo("\"NotGrantedException\"");
        assertThat(evaluate(run.formatted("true"), script)).isEqualTo("\"reached\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@UntrustedCode(privileges = [])\n%dw 2.0\n---\ndw::System::envVars()",
                "@UntrustedCode(privileges = ['Properties'])\n%dw 2.0\n---\nreadUrl('classpath://secret.txt')"
            })
    void untrustedCodeReachesOnlyWhatItLists(String script) {
        assertThat(evaluate(
                        "import eval from dw::Runtime --- eval('main', {main: script}) then ($.kind default '')",
                        script))
                .isEqualTo("\"NotGrantedException\"");
    }

    @Test
    void innerScriptReachesNoMoreThanTheOuter() {
        String script =
                "import eval from dw::Runtime --- eval('i', {i: script}, {}, {}, {securityManager: (grant, args) ->"
                        + " true}).kind";
        CompileOptions restricted = options().restricted(Privileges.only(Set.of(Privileges.PROPERTIES)));
        assertThat(evaluate(script, restricted, given("dw::System::envVars()"))).isEqualTo("\"NotGrantedException\"");
        assertThat(evaluate(script, restricted, given("sizeOf(dw::Runtime::props())")))
                .isEqualTo("null");
    }

    @Test
    void functionOfAScriptMayNeedAPrivilegeOfItsOwn() {
        String inner = "@RuntimePrivilege(requires = 'Till') fun open(amount) = amount --- open(5)";
        String script =
                "import eval from dw::Runtime --- eval('m', {m: script}, {}, {}, {securityManager: (g, a) -> g =="
                        + " 'Till' and a[0] < %d}) then ($.value default $.kind)";
        assertThat(evaluate(script.formatted(9), inner)).isEqualTo("5");
        assertThat(evaluate(script.formatted(3), inner)).isEqualTo("\"NotGrantedException\"");
    }

    @Test
    void interruptOfTheCallerEndsTheScript() throws InterruptedException {
        AtomicReference<String> result = new AtomicReference<>("");
        CountDownLatch begun = new CountDownLatch(1);
        Bindings bindings = Bindings.builder()
                .function("begin", HostFunction.of("begin", List.of(), a -> {
                    begun.countDown();
                    return NullValue.NULL;
                }))
                .build();
        String script = """
            import eval from dw::Runtime
            ---
            eval("main", {main: "[begin(), sum((1 to 1000000000000) map $)]"}, {}, {begin: begin}, {timeOut: 600000}).kind
            """;
        Thread caller = new Thread(() -> {
            try {
                result.set(evaluate(script, CompileOptions.NONE.withNames(bindings.names()), bindings));
            } catch (EvaluationException e) {
                result.set(e.first().code());
            }
        });
        caller.start();
        begun.await();
        caller.interrupt();
        caller.join();
        assertThat(result.get()).isEqualTo("STOPPED");
    }

    @Test
    void securityManagerSeesTheArguments() {
        String script = """
            import eval from dw::Runtime
            ---
            eval("main", {main: script}, {}, {}, {securityManager: (grant, args) -> args[0] == "HOME" and grant == "Environment"})
              then ($.kind default "reached")
            """;
        assertThat(evaluate(script, "dw::System::envVar('HOME')")).isEqualTo("\"reached\"");
        assertThat(evaluate(script, "dw::System::envVar('PATH')")).isEqualTo("\"NotGrantedException\"");
    }

    @Test
    void scriptBehindAUrlGetsItsInputs() {
        String script = """
            import runUrl, evalUrl from dw::Runtime
            var input = {payload: {value: '{"a": 40}' as Binary, mimeType: "application/json"}}
            ---
            [evalUrl("classpath://sum.dwl", input, {b: 2}).value, runUrl("classpath://sum.dwl", input, {b: 3}).value as String]
            """;
        assertThat(evaluate(script, "")).isEqualTo("[42, \"43\"]");
    }

    @Test
    void loggerServiceGetsLinesWithItsContext() {
        StringBuilder lines = new StringBuilder();
        Bindings bindings = Bindings.builder()
                .function("note", HostFunction.of("note", List.of("line"), a -> {
                    lines.append(Texts.of(a[0])).append('\n');
                    return NullValue.NULL;
                }))
                .build();
        String script = """
            import eval from dw::Runtime
            ---
            eval("main", {main: "log('n', 1) + log('m', 2)"}, {}, {}, {loggerService: {
              initialize: () -> {token: "t"},
              log: (level, msg, context) -> note("$(level) $(msg) $(context.token)"),
              shutdown: () -> note("end") default true
            }}) then [$.value, $.logs]
            """;
        assertThat(evaluate(script, CompileOptions.NONE.withNames(bindings.names()), bindings))
                .isEqualTo("[3, []]");
        assertThat(lines).hasToString("INFO n - 1 t\nINFO m - 2 t\nend\n");
    }

    private static String evaluate(String script, String inner) {
        return evaluate(script, options(), given(inner));
    }

    private static Bindings given(String inner) {
        return Bindings.builder().value("script", StringValue.of(inner)).build();
    }

    private static CompileOptions options() {
        return CompileOptions.NONE.withNames(Set.of("script")).withResources(url -> {
            String file = FILES.get(url);
            return file == null ? null : ByteSource.of(file);
        });
    }

    private static String evaluate(String script, CompileOptions options, Bindings bindings) {
        return Renderings.compact(
                Script.compile(new SourceText("outer.dwl", script), options).evaluate(bindings));
    }
}
