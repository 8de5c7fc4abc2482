package dev.hinny.lang.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar as people run it: a process of its own with nothing else on its class path. */
class StandAloneJarIT {
    private static final Path JAR = Path.of("target/hinny-dw.jar").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void runsScriptsWithEveryFormatThatItHolds() throws Exception {
        assertThat(run("", "-s", "1 + 1")).isEqualTo(new Tool.Run(0, "2", ""));
        assertThat(run("a;b\n1;2\n", "-s", "input payload csv separator=';' output xml --- {r: payload[0]}")
                        .out())
                .contains("<b>2</b>");
        assertThat(run("", "-s", "[1] map uper($)"))
                .satisfies(r -> assertThat(r.status()).isEqualTo(1))
                .satisfies(r -> assertThat(r.err()).contains("<script>:1:9: error: UNKNOWN-NAME"));
        assertThat(run("", "-s", "output avro --- 1").err()).doesNotContain("there is no format", "SLF4J");
        assertThat(run("a: 1", "-s", "input payload yaml output ndjson --- [payload]")
                        .out())
                .isEqualTo("{\"a\":1}\n");
        assertThat(run("", "nowhere.dwl").status()).isEqualTo(2);
        assertThat(run("", "--version").out()).startsWith("hinny-dw 0.").contains("java ");
        assertThat(run("", "--help").out()).contains("check", "fmt", "repl", "lsp");
    }

    @Test
    void answersPipedLinesAndLaysOut() throws Exception {
        assertThat(run("var x = 20\nx * 2 +\n 2\n", "repl")).isEqualTo(new Tool.Run(0, "x = 20\n42\n", ""));
        assertThat(run("{a:1}", "fmt", "-")).isEqualTo(new Tool.Run(0, "{a: 1}\n", ""));
    }

    @Test
    void servesAnEditor() throws Exception {
        Process process = start("lsp");
        BlockingQueue<PublishDiagnosticsParams> told = new LinkedBlockingQueue<>();
        Launcher<LanguageServer> launcher =
                LSPLauncher.createClientLauncher(new Client(told), process.getInputStream(), process.getOutputStream());
        launcher.startListening();
        LanguageServer server = launcher.getRemoteProxy();
        server.initialize(new InitializeParams()).get(30, TimeUnit.SECONDS);
        server.initialized(new InitializedParams());
        String uri = folder.resolve("a.dwl").toUri().toString();
        server.getTextDocumentService()
                .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "dataweave", 1, "uper('a')")));
        PublishDiagnosticsParams problems = told.poll(30, TimeUnit.SECONDS);
        assertThat(problems).isNotNull();
        assertThat(problems.getDiagnostics().getFirst().getCode().getLeft()).isEqualTo("UNKNOWN-NAME");
        server.shutdown().get(30, TimeUnit.SECONDS);
        server.exit();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private record Client(BlockingQueue<PublishDiagnosticsParams> told) implements LanguageClient {
        @Override
        public void telemetryEvent(Object object) {}

        @Override
        public void publishDiagnostics(PublishDiagnosticsParams params) {
            told.add(params);
        }

        @Override
        public void showMessage(MessageParams params) {}

        @Override
        public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams params) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void logMessage(MessageParams params) {}
    }

    private Process start(String... arguments) throws IOException {
        return builder(arguments).start();
    }

    private ProcessBuilder builder(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("HOME", folder.toString());
        return builder;
    }

    private Tool.Run run(String input, String... arguments) throws Exception {
        Path err = Files.createTempFile(folder, "err", "");
        Process process = builder(arguments).redirectError(err.toFile()).start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Tool.Run(process.exitValue(), out, Files.readString(err));
    }
}
