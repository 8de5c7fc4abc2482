package dev.hinny.lang.server;

import dev.hinny.base.SourceSpan;
import dev.hinny.lang.front.check.Symbol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/** Gives a name another spelling everywhere. */
final class Renaming {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private static final Set<String> RESERVED = Set.of(
            "if", "else", "unless", "case", "and", "or", "not", "as", "is", "default", "do", "var", "fun", "type", "ns",
            "import", "input", "output", "match", "update", "using", "true", "false", "null", "from", "throw");

    private final Places places;

    Renaming(Places places) {
        this.places = places;
    }

    PrepareRenameResult prepare(Workspace.Checked checked, int offset) {
        Symbol symbol = own(checked, offset);
        SourceSpan span = checked.analysis().nameAt(offset).orElseThrow(() -> refusal("there is no name here"));
        return new PrepareRenameResult(OpenDocument.range(span), symbol.name());
    }

    WorkspaceEdit rename(Workspace.Checked checked, int offset, String name) {
        Symbol symbol = own(checked, offset);
        if (!NAME.matcher(name).matches()) {
            throw refusal("'" + name + "' is no name: letters, digits and '_', no digit first");
        }
        Map<String, List<TextEdit>> edits = new LinkedHashMap<>();
        if (RESERVED.contains(name)) {
            throw refusal("'" + name + "' is a word of the language");
        }
        if (checked.analysis().completionsAt(offset).stream()
                .anyMatch(s -> s.name().equals(name))) {
            throw refusal("'" + name + "' already means something here");
        }
        for (Places.Place place : places.uses(checked, symbol)) {
            edits.computeIfAbsent(place.uri(), uri -> new ArrayList<>())
                    .add(new TextEdit(OpenDocument.range(place.span()), name));
        }
        return new WorkspaceEdit(edits);
    }

    private static Symbol own(Workspace.Checked checked, int offset) {
        Optional<Symbol> symbol = checked.analysis().symbolAt(offset);
        Symbol found = symbol.filter(s -> !s.name().isEmpty()).orElseThrow(() -> refusal("there is no name here"));
        if (Places.isForeign(found)) {
            throw refusal("'" + found.name() + "' is not declared here: it belongs to "
                    + (found.module().isEmpty() ? "the host or the data" : found.module()));
        }
        return found;
    }

    private static ResponseErrorException refusal(String message) {
        return new ResponseErrorException(new ResponseError(ResponseErrorCode.RequestFailed, message, null));
    }
}
