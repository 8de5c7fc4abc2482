package dev.hinny.lang.server;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.SignatureHelpOptions;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;

/** A server for one client: what it can do, its beginning and its end. */
final class ScriptServer implements LanguageServer, WorkspaceService, AutoCloseable {
    private final Workspace workspace = new Workspace();
    private final Work work = new Work();
    private final Diagnoses diagnoses = new Diagnoses(workspace, work);
    private final Documents documents;
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();
    private volatile boolean shutDown;

    ScriptServer(List<String> formats) {
        documents = new Documents(workspace, work, diagnoses, formats);
    }

    void connect(LanguageClient client) {
        diagnoses.connect(client);
    }

    /** The client is gone when the listening ends. */
    void listening(Future<Void> end) {
        Thread.ofVirtual().start(() -> {
            try {
                end.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException e) {
                // The stream broke: the same as its end.
            }
            exit.complete(shutDown ? 0 : 1);
        });
    }

    int awaitExit() throws InterruptedException, ExecutionException {
        return exit.get();
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
        List<String> roots = new ArrayList<>();
        if (params.getWorkspaceFolders() != null) {
            params.getWorkspaceFolders().forEach(f -> roots.add(f.getUri()));
        }
        if (roots.isEmpty()) {
            Capabilities.root(params).ifPresent(roots::add);
        }
        workspace.roots(roots.stream()
                .map(Uris::path)
                .flatMap(java.util.Optional::stream)
                .toList());
        documents.snippets(Capabilities.snippets(params));
        ServerCapabilities can = new ServerCapabilities();
        can.setTextDocumentSync(TextDocumentSyncKind.Incremental);
        can.setCompletionProvider(new CompletionOptions(false, List.of(".", ":", "@")));
        can.setHoverProvider(true);
        can.setSignatureHelpProvider(new SignatureHelpOptions(List.of("(", ",")));
        can.setDefinitionProvider(true);
        can.setReferencesProvider(true);
        can.setRenameProvider(new RenameOptions(true));
        can.setDocumentSymbolProvider(true);
        can.setDocumentFormattingProvider(true);
        can.setFoldingRangeProvider(true);
        return CompletableFuture.completedFuture(new InitializeResult(can, new ServerInfo("hinny")));
    }

    @Override
    public CompletableFuture<Object> shutdown() {
        shutDown = true;
        return CompletableFuture.completedFuture(new Object());
    }

    @Override
    public void exit() {
        exit.complete(shutDown ? 0 : 1);
    }

    @Override
    public void setTrace(SetTraceParams params) {
        // There is nothing to trace.
    }

    @Override
    public TextDocumentService getTextDocumentService() {
        return documents;
    }

    @Override
    public WorkspaceService getWorkspaceService() {
        return this;
    }

    @Override
    public void didChangeConfiguration(DidChangeConfigurationParams params) {
        // There is nothing to configure.
    }

    @Override
    public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
        workspace.filesChanged();
        diagnoses.all();
    }

    @Override
    public void close() {
        work.close();
    }
}
