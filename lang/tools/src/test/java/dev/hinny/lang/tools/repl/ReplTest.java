package dev.hinny.lang.tools.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.tools.Folders;
import dev.hinny.lang.tools.ScriptInputs;
import dev.hinny.lang.tools.Tool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jline.terminal.Size;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplTest {
    @TempDir
    Path folder;

    @Test
    void printsResultsOfPipedLinesWithoutPrompts() {
        assertThat(Tool.run("1 + 1\n\"a\" ++ 'b'\n{a: [1]}\n", "repl"))
                .isEqualTo(new Tool.Run(0, "2\n\"ab\"\n{\n  a: [\n    1\n  ]\n}\n", ""));
    }

    @Test
    void goesOnWhileABracketAScopeOrAnOperandIsOpen() {
        assertThat(Tool.run("[1,\n2] map\n  $ + 1\ndo {\n  var x = 3\n  ---\n  x\n}\n", "repl")
                        .out())
                .isEqualTo("[\n  2,\n  3\n]\n3\n");
        assertThat(Tool.run("(1 +\n\n2\n", "repl").err()).contains("<repl>:1:");
    }

    @Test
    void keepsDeclarations() {
        Tool.Run run = Tool.run("""
            import capitalize from dw::core::Strings
            ns a http://example.com/a
            type Pair = {l: Number, r: Number}
            fun twice(s: String) = s ++ s
            fun twice(n: Number, by: Number) = n * by
            var x: Pair = {l: 1, r: 2}
            var r = random()
            r == r
            var y = twice("ab")
            capitalize(y)
            x.l + twice(x.r, 10)
            """, "repl");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).endsWith("true\ny = \"abab\"\n\"Abab\"\n21\n").startsWith("x = {");
    }

    @Test
    void showsTheLineWithACaretAndGoesOn() {
        Tool.Run run = Tool.run("fun f(a) = a\nvar ok = 1\n[1,\n uper('a')]\nok / 0\nok\n", "repl");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .contains("<repl>:2:2: error:")
                .contains("2|  uper('a')]\n    ^^^^")
                .contains("1| ok / 0");
        assertThat(run.out()).endsWith("1\n");
    }

    @Test
    void readsInputsLoadsFilesAndSwitchesFormats() throws IOException {
        Path rows = Files.writeString(folder.resolve("rows.csv"), "a,b\n1,x\n");
        Path script =
                Files.writeString(folder.resolve("defs.dwl"), "%dw 2.0\nvar base = 40\nfun inc(n) = n + 1\n---\n0");
        Tool.Run run = Tool.run(
                ":input rows " + rows + "\n:load " + script + "\n:format json\ninc(base) + 1\nrows\n:vars\n"
                        + ":type rows\n:reset\nbase\n:nonsense\n:quit\n1\n",
                "repl");
        assertThat(run.out())
                .contains("\n42\n")
                .contains("\"b\": \"x\"")
                .contains("input rows application/csv\nvar base\nfun inc(n) = n + 1\n")
                .doesNotEndWith("1\n");
        assertThat(run.err()).contains("'base'").contains("there is no command ':nonsense'");
    }

    @Test
    void completesNamesSelectorsModulesAndCommands() {
        Session session = session(Map.of(
                "payload", TypedValue.of(ByteSource.of("{\"order\":[{\"id\":1,\"lines\":[]}]}"), MediaType.JSON)));
        session.evaluate("import * from dw::core::Strings\nfun mine(a) = a\nvar own = {inner: {deep: 1}}");
        Completion completion = new Completion(session);

        assertThat(completion.candidates("pay")).contains("payload", "mine", "own", "capitalize", "upper", "if");
        assertThat(completion.candidates("1 + payload.")).containsExactly("order");
        assertThat(completion.candidates("payload.order[0].i")).containsExactly("id", "lines");
        assertThat(completion.candidates("own.inner.d")).containsExactly("deep");
        assertThat(completion.candidates("import * from dw::co")).contains("dw::core::Arrays");
        assertThat(completion.candidates(":i")).contains(":input", ":quit");
    }

    @Test
    void cancelsWhatRuns() throws Exception {
        StringWriter err = new StringWriter();
        Dialogue dialogue = new Dialogue(session(Map.of()), new PrintWriter(new StringWriter()), new PrintWriter(err));
        CompletableFuture<Boolean> answered = new CompletableFuture<>();
        Thread.ofPlatform().start(() -> {
            try {
                answered.complete(dialogue.answer("dw::Runtime::wait(1, 600000)"));
            } catch (InterruptedException e) {
                answered.completeExceptionally(e);
            }
        });
        while (!answered.isDone()) {
            dialogue.cancel();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        assertThat(answered.get(10, TimeUnit.SECONDS)).isFalse();
        assertThat(err.toString()).contains("cancelled");
    }

    @Test
    void talksAtATerminalWithCompletionAndHistory() throws Exception {
        PipedOutputStream keys = new PipedOutputStream();
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        ExternalTerminal terminal = new ExternalTerminal(
                "test", "ansi", new PipedInputStream(keys, 1 << 12), screen, StandardCharsets.UTF_8);
        terminal.setSize(new Size(100, 30));
        Path history = folder.resolve("history");
        CompletableFuture<Integer> status = new CompletableFuture<>();
        Thread.ofPlatform().start(() -> {
            try {
                status.complete(new TerminalDialogue(session(Map.of()), history).run(terminal));
            } catch (IOException | InterruptedException e) {
                status.completeExceptionally(e);
            }
        });
        type(keys, "var abc = {key: [1,\r 41]}\rabc.\t[1] + 1\r:quit\r");
        assertThat(status.get(20, TimeUnit.SECONDS)).isZero();
        assertThat(screen.toString(StandardCharsets.UTF_8)).contains("dw> ", "  | ", "abc.key", "42");
        assertThat(Files.readString(history)).contains("abc.key[1] + 1");
    }

    private static void type(PipedOutputStream keys, String text) throws IOException {
        keys.write(text.getBytes(StandardCharsets.UTF_8));
        keys.flush();
    }

    private static Session session(Map<String, TypedValue> inputs) {
        return new Session(new Folders(List.of()), new ScriptInputs(), inputs, line -> {});
    }
}
