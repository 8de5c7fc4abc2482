package dev.hinny.lang.server;

import dev.hinny.base.Problem;
import dev.hinny.base.Severity;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/** Tells the client the problems of its documents, a moment after it stopped typing. */
final class Diagnoses {
    private static final long DEBOUNCE_MILLIS = 150;

    private final Workspace workspace;
    private final Work work;
    private final Map<String, ScheduledFuture<?>> due = new ConcurrentHashMap<>();
    private volatile @Nullable LanguageClient client;

    Diagnoses(Workspace workspace, Work work) {
        this.workspace = workspace;
        this.work = work;
    }

    void connect(LanguageClient other) {
        client = other;
    }

    /** All open documents: a change of one may break or mend another. */
    void all() {
        workspace.open().forEach(document -> soon(document.uri()));
    }

    void gone(String uri) {
        publish(new PublishDiagnosticsParams(uri, List.of()));
        all();
    }

    private void soon(String uri) {
        due.compute(uri, (key, before) -> {
            if (before != null) {
                before.cancel(false);
            }
            return work.later(() -> diagnose(uri), DEBOUNCE_MILLIS);
        });
    }

    private void diagnose(String uri) {
        workspace.checked(uri).ifPresent(checked -> {
            OpenDocument now = workspace.get(uri);
            if (now == null || now.version() != checked.document().version()) {
                return;
            }
            List<Diagnostic> found = checked.analysis().problems().stream()
                    .filter(p -> p.place() == null
                            || p.place().source().equals(now.text().name()))
                    .map(p -> diagnostic(p, now))
                    .toList();
            publish(new PublishDiagnosticsParams(uri, found, now.version()));
        });
    }

    private void publish(PublishDiagnosticsParams params) {
        LanguageClient known = client;
        if (known != null) {
            known.publishDiagnostics(params);
        }
    }

    private static Diagnostic diagnostic(Problem problem, OpenDocument document) {
        String message = problem.hint().isEmpty() ? problem.message() : problem.message() + "\n" + problem.hint();
        Diagnostic diagnostic = new Diagnostic(
                problem.place() == null ? document.everything() : OpenDocument.range(problem.place()),
                message,
                severity(problem.severity()),
                "hinny",
                problem.code());
        if (problem.code().startsWith("UNUSED-")) {
            diagnostic.setTags(List.of(DiagnosticTag.Unnecessary));
        }
        return diagnostic;
    }

    private static DiagnosticSeverity severity(Severity severity) {
        return switch (severity) {
            case ERROR -> DiagnosticSeverity.Error;
            case WARNING -> DiagnosticSeverity.Warning;
            case INFO -> DiagnosticSeverity.Information;
        };
    }
}
