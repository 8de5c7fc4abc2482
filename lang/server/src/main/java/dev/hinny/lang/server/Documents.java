package dev.hinny.lang.server;

import dev.hinny.lang.front.Formatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.jspecify.annotations.Nullable;

/** Answers what the client asks about documents: each question goes to the class that knows. */
final class Documents implements TextDocumentService {
    private final Workspace workspace;
    private final Work work;
    private final Diagnoses diagnoses;
    private final Places places;
    private final List<String> formats;
    private volatile boolean snippets;

    /** @param formats what may stand behind {@code output} and {@code input} */
    Documents(Workspace workspace, Work work, Diagnoses diagnoses, List<String> formats) {
        this.formats = formats;
        this.workspace = workspace;
        this.work = work;
        this.diagnoses = diagnoses;
        this.places = new Places(workspace);
    }

    void snippets(boolean wanted) {
        snippets = wanted;
    }

    @Override
    public void didOpen(DidOpenTextDocumentParams params) {
        TextDocumentItem item = params.getTextDocument();
        workspace.put(OpenDocument.of(item.getUri(), item.getVersion(), item.getText()));
        diagnoses.all();
    }

    @Override
    public void didChange(DidChangeTextDocumentParams params) {
        OpenDocument document = workspace.get(params.getTextDocument().getUri());
        Integer version = params.getTextDocument().getVersion();
        if (document != null) {
            workspace.put(document.changed(version == null ? document.version() : version, params.getContentChanges()));
            diagnoses.all();
        }
    }

    @Override
    public void didClose(DidCloseTextDocumentParams params) {
        workspace.remove(params.getTextDocument().getUri());
        diagnoses.gone(params.getTextDocument().getUri());
    }

    @Override
    public void didSave(DidSaveTextDocumentParams params) {
        workspace.filesChanged();
        diagnoses.all();
    }

    @Override
    public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams params) {
        boolean withSnippets = snippets;
        return about(
                params,
                at -> Either.forLeft(new CompletionItems(
                                at.checked(), workspace.modules(at.checked().document()), formats, withSnippets)
                        .at(at.offset())),
                Either.forLeft(List.of()));
    }

    @Override
    public CompletableFuture<@Nullable Hover> hover(HoverParams params) {
        return about(params, at -> Explanations.hover(at.checked(), at.offset()), null);
    }

    @Override
    public CompletableFuture<@Nullable SignatureHelp> signatureHelp(SignatureHelpParams params) {
        return about(params, at -> Signatures.help(at.checked(), at.offset()), null);
    }

    @Override
    public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> definition(
            DefinitionParams params) {
        return about(
                params, at -> Either.forLeft(places.definition(at.checked(), at.offset())), Either.forLeft(List.of()));
    }

    @Override
    public CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
        boolean declaration = params.getContext() == null || params.getContext().isIncludeDeclaration();
        return about(params, at -> places.references(at.checked(), at.offset(), declaration), List.of());
    }

    @Override
    public CompletableFuture<@Nullable Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>> prepareRename(
            PrepareRenameParams params) {
        return about(params, at -> Either3.forSecond(new Renaming(places).prepare(at.checked(), at.offset())), null);
    }

    @Override
    public CompletableFuture<@Nullable WorkspaceEdit> rename(RenameParams params) {
        return about(params, at -> new Renaming(places).rename(at.checked(), at.offset(), params.getNewName()), null);
    }

    @Override
    public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
            DocumentSymbolParams params) {
        return known(params.getTextDocument().getUri(), Outline::symbols, List.of());
    }

    @Override
    public CompletableFuture<List<? extends TextEdit>> formatting(DocumentFormattingParams params) {
        return known(
                params.getTextDocument().getUri(),
                checked -> {
                    Formatter.Formatted formatted =
                            Formatter.format(checked.document().text());
                    boolean same =
                            formatted.text().equals(checked.document().text().text());
                    return same || !formatted.complete()
                            ? List.of()
                            : List.of(new TextEdit(checked.document().everything(), formatted.text()));
                },
                List.of());
    }

    @Override
    public CompletableFuture<List<FoldingRange>> foldingRange(FoldingRangeRequestParams params) {
        return known(params.getTextDocument().getUri(), Outline::folds, List.of());
    }

    /** An offset in a document of which something is known. */
    private record At(Workspace.Checked checked, int offset) {}

    private <T> CompletableFuture<T> about(
            TextDocumentPositionParams params, Function<At, @Nullable T> answer, @Nullable T otherwise) {
        return known(
                params.getTextDocument().getUri(),
                checked -> answer.apply(new At(checked, checked.document().offset(params.getPosition()))),
                otherwise);
    }

    private <T> CompletableFuture<T> known(
            String uri, Function<Workspace.Checked, @Nullable T> answer, @Nullable T otherwise) {
        return work.<@Nullable T>answer(() -> {
            Optional<Workspace.Checked> checked = workspace.checked(uri);
            return checked.isPresent() ? answer.apply(checked.get()) : otherwise;
        });
    }
}
