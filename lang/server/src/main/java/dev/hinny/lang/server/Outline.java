package dev.hinny.lang.server;

import dev.hinny.base.SourceSpan;
import dev.hinny.lang.front.Children;
import dev.hinny.lang.front.Directive;
import dev.hinny.lang.front.Document;
import dev.hinny.lang.front.Expression;
import dev.hinny.lang.front.Node;
import dev.hinny.lang.front.TypeExpression;
import dev.hinny.lang.front.check.Symbol;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeKind;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** The declarations of a document, and its parts that can be folded away. */
final class Outline {
    private Outline() {}

    static List<Either<SymbolInformation, DocumentSymbol>> symbols(Workspace.Checked checked) {
        List<Either<SymbolInformation, DocumentSymbol>> symbols = new ArrayList<>();
        NavigableMap<Integer, SourceSpan> directives = new TreeMap<>();
        checked.parsed()
                .document()
                .header()
                .forEach(d -> directives.put(d.span().startOffset(), d.span()));
        for (Symbol symbol : checked.analysis().declarations()) {
            symbol.definition().ifPresent(name -> {
                Map.Entry<Integer, SourceSpan> before = directives.floorEntry(name.startOffset());
                SourceSpan whole =
                        before != null && name.endOffset() <= before.getValue().endOffset() ? before.getValue() : name;
                DocumentSymbol shown = new DocumentSymbol(
                        symbol.name(), kind(symbol.kind()), OpenDocument.range(whole), OpenDocument.range(name));
                shown.setDetail(symbol.text());
                symbols.add(Either.forRight(shown));
            });
        }
        return symbols;
    }

    private static SymbolKind kind(Symbol.Kind kind) {
        return switch (kind) {
            case VARIABLE, PARAMETER -> SymbolKind.Variable;
            case FUNCTION -> SymbolKind.Function;
            case TYPE -> SymbolKind.Class;
            case TYPE_PARAMETER -> SymbolKind.TypeParameter;
            case NAMESPACE -> SymbolKind.Namespace;
            case MODULE -> SymbolKind.Module;
            case FIELD -> SymbolKind.Field;
            case ANNOTATION -> SymbolKind.Property;
        };
    }

    static List<FoldingRange> folds(Workspace.Checked checked) {
        // By their first lines, of which each begins one.
        Map<Integer, FoldingRange> folds = new LinkedHashMap<>();
        Document document = checked.parsed().document();
        for (Document.Comment comment : document.comments()) {
            fold(comment.span(), FoldingRangeKind.Comment, folds);
        }
        List<Directive> imports = document.header().stream()
                .filter(Directive.Import.class::isInstance)
                .toList();
        if (imports.size() > 1) {
            fold(imports.getFirst().span().to(imports.getLast().span()), FoldingRangeKind.Imports, folds);
        }
        Deque<Node> rest = new ArrayDeque<>(List.of(document));
        while (!rest.isEmpty()) {
            Node node = rest.pop();
            if (folds(node)) {
                fold(node.span(), FoldingRangeKind.Region, folds);
            }
            Children.of(node).forEach(rest::push);
        }
        return List.copyOf(folds.values());
    }

    private static boolean folds(Node node) {
        return switch (node) {
            case Expression.ObjectLiteral _, Expression.ArrayLiteral _, Expression.Do _ -> true;
            case Expression.Match _, Expression.Update _, Expression.Call _ -> true;
            case Directive.Function _, Directive.Variable _, TypeExpression.ObjectOf _ -> true;
            default -> false;
        };
    }

    private static void fold(SourceSpan span, String kind, Map<Integer, FoldingRange> folds) {
        if (span.endLine() > span.line() && !folds.containsKey(span.line())) {
            FoldingRange fold = new FoldingRange(span.line() - 1, span.endLine() - 1);
            fold.setKind(kind);
            folds.put(span.line(), fold);
        }
    }
}
