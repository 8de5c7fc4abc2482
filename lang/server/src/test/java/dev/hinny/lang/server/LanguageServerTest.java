package dev.hinny.lang.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.*;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real client of the protocol speaks with a real server through streams. */
class LanguageServerTest {
    @TempDir
    Path folder;

    private final BlockingQueue<PublishDiagnosticsParams> diagnostics = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> status = new CompletableFuture<>();
    private LanguageServer server;
    private TextDocumentService documents;

    @BeforeEach
    void start() throws Exception {
        folder = folder.toRealPath();
        PipedOutputStream toServer = new PipedOutputStream();
        PipedInputStream fromClient = new PipedInputStream(toServer, 1 << 16);
        PipedOutputStream toClient = new PipedOutputStream();
        PipedInputStream fromServer = new PipedInputStream(toClient, 1 << 16);
        Thread.ofPlatform().daemon().start(() -> {
            try {
                status.complete(LanguageServers.serve(fromClient, toClient, List.of("json", "application/json")));
            } catch (InterruptedException e) {
                status.completeExceptionally(e);
            }
        });
        Launcher<LanguageServer> launcher = LSPLauncher.createClientLauncher(new Client(), fromServer, toServer);
        launcher.startListening();
        server = launcher.getRemoteProxy();
        documents = server.getTextDocumentService();
        InitializeParams params = new InitializeParams();
        params.setWorkspaceFolders(List.of(new WorkspaceFolder(folder.toUri().toString(), "test")));
        CompletionItemCapabilities item = new CompletionItemCapabilities(true);
        TextDocumentClientCapabilities text = new TextDocumentClientCapabilities();
        text.setCompletion(new CompletionCapabilities(item));
        ClientCapabilities can = new ClientCapabilities();
        can.setTextDocument(text);
        params.setCapabilities(can);
        assertThat(get(server.initialize(params))
                        .getCapabilities()
                        .getHoverProvider()
                        .getLeft())
                .isTrue();
        server.initialized(new InitializedParams());
    }

    @AfterEach
    void stop() throws Exception {
        get(server.shutdown());
        server.exit();
        assertThat(status.get(20, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void tellsProblemsOfEachVersionAtTheirPlaces() throws Exception {
        String uri = open("a.dwl", "%dw 2.0\n---\n{s: \"\uD83D\uDE00\", a: uper('x')}\n");
        PublishDiagnosticsParams first =
                awaitDiagnostics(uri, d -> !d.getDiagnostics().isEmpty());
        Diagnostic unknown = first.getDiagnostics().getFirst();
        assertThat(first.getVersion()).isEqualTo(1);
        assertThat(unknown.getCode().getLeft()).isEqualTo("UNKNOWN-NAME");
        assertThat(unknown.getMessage().getLeft()).contains("did you mean 'upper'?");
        // The smiley takes two UTF-16 code units.
        assertThat(unknown.getRange()).isEqualTo(new Range(new Position(2, 13), new Position(2, 17)));

        change(uri, 2, new Range(new Position(2, 13), new Position(2, 17)), "upper");
        assertThat(awaitDiagnostics(uri, d -> d.getVersion() == 2).getDiagnostics())
                .isEmpty();
    }

    @Test
    void completesNamesWithSignatureDocumentationAndPlacesForArguments() throws Exception {
        String uri =
                open("a.dwl", "%dw 2.0\n/** Doubles. */\nfun double(n: Number) = n * 2\nvar order = {id: 1}\n---\ndou");
        Map<String, CompletionItem> items = complete(uri, 5, 3);
        CompletionItem own = items.get("double");
        assertThat(own.getDetail()).isEqualTo("fun double(n: Number): Number");
        assertThat(own.getInsertText()).isEqualTo("double(${1:n})");
        assertThat(own.getDocumentation().getRight().getValue()).contains("Doubles.");
        assertThat(items).containsKeys("upper", "order", "match");
        assertThat(items.get("upper").getDocumentation().getRight().getValue()).isNotBlank();

        change(uri, 2, new Range(new Position(5, 0), new Position(5, 3)), "order.");
        assertThat(complete(uri, 5, 6)).containsOnlyKeys("id");
        change(uri, 3, new Range(new Position(5, 0), new Position(5, 6)), "[order] ma");
        assertThat(complete(uri, 5, 10).get("map").getInsertText()).isNull();
    }

    @Test
    void completesModulesOfTheLibraryAndTheWorkspace() throws Exception {
        Files.writeString(
                Files.createDirectories(folder.resolve("src/main/resources/org/acme"))
                        .resolve("Tax.dwl"),
                "var a = 1");
        String uri = open("a.dwl", "import * from \n---\n1");
        assertThat(complete(uri, 0, 14)).containsKeys("dw::core::Strings", "org::acme::Tax");
        change(uri, 2, new Range(new Position(0, 14), new Position(0, 14)), "org::a");
        assertThat(complete(uri, 0, 20)).containsOnlyKeys("acme::Tax");
    }

    @Test
    void explainsNamesAndTheParametersOfACall() throws Exception {
        String uri = open("a.dwl", "import leftPad from dw::core::Strings\n---\nleftPad(upper('a'), 3");
        Hover hover = get(documents.hover(new HoverParams(id(uri), new Position(2, 10))));
        assertThat(hover.getContents().getRight().getValue())
                .contains("fun upper(")
                .contains("dw::Core")
                .contains("upper case");
        assertThat(hover.getRange()).isEqualTo(new Range(new Position(2, 8), new Position(2, 13)));
        SignatureHelp help = get(documents.signatureHelp(new SignatureHelpParams(id(uri), new Position(2, 21))));
        assertThat(help.getActiveParameter()).isEqualTo(1);
        assertThat(help.getSignatures().get(help.getActiveSignature()).getLabel())
                .contains("fun leftPad(");
    }

    @Test
    void showsTheExamplesOfDocumentationAndTypesOfExpressions() throws Exception {
        String uri = open(
                "a.dwl",
                "/**\n * Doubles.\n *\n *     twice(2)\n *     => 4\n */\nfun twice(n: Number) = n * 2\n---\n"
                        + "[twice(3), {a: 'x'}.a]");
        assertThat(get(documents.hover(new HoverParams(id(uri), new Position(8, 3))))
                        .getContents()
                        .getRight()
                        .getValue())
                .isEqualTo("```dataweave\n"
                        + "fun twice(n: Number): Number\n"
                        + "```\n\n"
                        + "Doubles.\n\n"
                        + "```dataweave\n"
                        + "twice(2)\n"
                        + "// => 4\n"
                        + "```");
        assertThat(get(documents.hover(new HoverParams(id(uri), new Position(8, 16))))
                        .getContents()
                        .getRight()
                        .getValue())
                .contains("String");
    }

    @Test
    void leadsToDefinitionsInTheDocumentInModulesAndInTheLibrary() throws Exception {
        Path module = Files.createDirectories(folder.resolve("src/main/resources/org/acme"))
                .resolve("Tax.dwl");
        Files.writeString(module, "%dw 2.0\nfun tax(n: Number) = n * 0.2\n");
        String uri = open("t.dwl", "import tax from org::acme::Tax\nvar a = 1\n---\nupper(tax(a) as String)");
        assertThat(definition(uri, 3, 10)).isEqualTo(location(uri, 1, 4, 5));
        assertThat(definition(uri, 3, 7)).isEqualTo(location(module.toUri().toString(), 1, 4, 7));
        Location library = definition(uri, 3, 2);
        assertThat(library.getUri()).endsWith("/dw/Core.dwl");
        String line = Files.readAllLines(Path.of(java.net.URI.create(library.getUri())))
                .get(library.getRange().getStart().getLine());
        assertThat(line).contains("fun upper(");
    }

    @Test
    void findsUsesAndRenamesThemInAllScriptsButNotInTheLibrary() throws Exception {
        Path module =
                Files.writeString(folder.resolve("Tax.dwl"), "%dw 2.0\nfun tax(n: Number) = n * 0.2\nvar t = tax(1)\n");
        Path other = Files.writeString(folder.resolve("other.dwl"), "import * from Tax\n---\ntax(2)");
        String uri = open("t.dwl", "import tax from Tax\n---\nupper(\"$(tax(3))\")");

        List<? extends Location> uses = get(
                documents.references(new ReferenceParams(id(uri), new Position(2, 10), new ReferenceContext(true))));
        assertThat(uses).hasSize(5);

        PrepareRenameResult prepared = get(documents.prepareRename(
                        new PrepareRenameParams(id(uri), new Position(2, 10))))
                .getSecond();
        assertThat(prepared.getPlaceholder()).isEqualTo("tax");
        WorkspaceEdit edit = get(documents.rename(new RenameParams(id(uri), new Position(2, 10), "vat")));
        assertThat(edit.getChanges().keySet())
                .containsExactlyInAnyOrder(
                        uri, module.toUri().toString(), other.toUri().toString());
        assertThat(apply(
                        Files.readString(module),
                        edit.getChanges().get(module.toUri().toString())))
                .isEqualTo("%dw 2.0\nfun vat(n: Number) = n * 0.2\nvar t = vat(1)\n");

        assertThatThrownBy(() -> get(documents.prepareRename(new PrepareRenameParams(id(uri), new Position(2, 2)))))
                .hasMessageContaining("'upper' is not declared here");
        assertThatThrownBy(() -> get(documents.rename(new RenameParams(id(uri), new Position(2, 10), "1x"))))
                .hasMessageContaining("'1x' is no name");
    }

    @Test
    void outlinesFoldsAndLaysOut() throws Exception {
        String uri = open(
                "a.dwl",
                "%dw 2.0\nimport * from dw::core::Strings\nimport * from dw::core::Arrays\n"
                        + "var x={a:1,\n b: 2}\nfun f(n)=n\n---\n[x ,f(1)]");
        assertThat(get(documents.documentSymbol(new DocumentSymbolParams(id(uri)))))
                .extracting(s -> s.getRight().getName())
                .containsExactly("x", "f");
        assertThat(get(documents.foldingRange(new FoldingRangeRequestParams(id(uri)))))
                .extracting(FoldingRange::getStartLine)
                .containsExactlyInAnyOrder(1, 3);
        List<? extends TextEdit> edits =
                get(documents.formatting(new DocumentFormattingParams(id(uri), new FormattingOptions(4, true))));
        assertThat(edits.getFirst().getNewText())
                .endsWith("var x = {\n    a: 1,\n    b: 2\n}\nfun f(n) = n\n---\n[x, f(1)]\n");
    }

    private String open(String name, String text) {
        String uri = folder.resolve(name).toUri().toString();
        documents.didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "dataweave", 1, text)));
        return uri;
    }

    private void change(String uri, int version, Range range, String text) {
        documents.didChange(new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(uri, version),
                List.of(new TextDocumentContentChangeEvent(range, text))));
    }

    private Map<String, CompletionItem> complete(String uri, int line, int column) throws Exception {
        return get(documents.completion(new CompletionParams(id(uri), new Position(line, column)))).getLeft().stream()
                .collect(Collectors.toMap(CompletionItem::getLabel, i -> i, (a, b) -> a));
    }

    private Location definition(String uri, int line, int column) throws Exception {
        return get(documents.definition(new DefinitionParams(id(uri), new Position(line, column))))
                .getLeft()
                .getFirst();
    }

    private static Location location(String uri, int line, int from, int to) {
        return new Location(uri, new Range(new Position(line, from), new Position(line, to)));
    }

    private static TextDocumentIdentifier id(String uri) {
        return new TextDocumentIdentifier(uri);
    }

    private static String apply(String text, List<TextEdit> edits) {
        OpenDocument document = OpenDocument.of("file:///x", 0, text);
        String edited = text;
        for (TextEdit edit : edits.reversed()) {
            edited = edited.substring(0, document.offset(edit.getRange().getStart()))
                    + edit.getNewText()
                    + edited.substring(document.offset(edit.getRange().getEnd()));
        }
        return edited;
    }

    private PublishDiagnosticsParams awaitDiagnostics(String uri, Predicate<PublishDiagnosticsParams> wanted)
            throws InterruptedException {
        while (true) {
            PublishDiagnosticsParams next = diagnostics.poll(20, TimeUnit.SECONDS);
            assertThat(next).as("diagnostics").isNotNull();
            if (next.getUri().equals(uri) && wanted.test(next)) {
                return next;
            }
        }
    }

    private static <T> T get(CompletableFuture<T> answer) throws Exception {
        try {
            return answer.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private final class Client implements LanguageClient {
        @Override
        public void telemetryEvent(Object object) {}

        @Override
        public void publishDiagnostics(PublishDiagnosticsParams params) {
            diagnostics.add(params);
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
}
