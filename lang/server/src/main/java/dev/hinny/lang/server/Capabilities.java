package dev.hinny.lang.server;

import java.util.Optional;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;

/** What a client says it can do; each step of the answer may be missing. */
final class Capabilities {
    private Capabilities() {}

    /** The root of a client that knows no workspace folders. */
    @SuppressWarnings("deprecation")
    static Optional<String> root(InitializeParams params) {
        return Optional.ofNullable(params.getRootUri());
    }

    static boolean snippets(InitializeParams params) {
        return Optional.ofNullable(params.getCapabilities())
                .map(ClientCapabilities::getTextDocument)
                .map(TextDocumentClientCapabilities::getCompletion)
                .map(CompletionCapabilities::getCompletionItem)
                .map(CompletionItemCapabilities::getSnippetSupport)
                .orElse(false);
    }
}
