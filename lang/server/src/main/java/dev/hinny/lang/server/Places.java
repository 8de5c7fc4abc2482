package dev.hinny.lang.server;

import dev.hinny.base.SourceSpan;
import dev.hinny.base.SourceText;
import dev.hinny.lang.front.StandardLibrary;
import dev.hinny.lang.front.check.Symbol;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.lsp4j.Location;

/** Where names are declared and used, in all scripts of the workspace. */
final class Places {
    private final Workspace workspace;
    private final LibrarySources library = new LibrarySources();

    Places(Workspace workspace) {
        this.workspace = workspace;
    }

    /** A place in a document. */
    record Place(String uri, SourceSpan span) {
        Location location() {
            return new Location(uri, OpenDocument.range(span));
        }
    }

    List<Location> definition(Workspace.Checked checked, int offset) {
        Optional<Symbol> symbol = checked.analysis().symbolAt(offset);
        return symbol.flatMap(Symbol::definition).stream()
                .flatMap(span -> uri(symbol.get(), span, checked).stream().map(uri -> new Place(uri, span).location()))
                .toList();
    }

    List<Location> references(Workspace.Checked checked, int offset, boolean declaration) {
        Optional<Symbol> symbol = checked.analysis().symbolAt(offset);
        return symbol.map(s -> uses(checked, s)).orElse(List.of()).stream()
                .filter(p -> declaration || !isDefinition(p, symbol.get()))
                .map(Place::location)
                .toList();
    }

    private static boolean isDefinition(Place place, Symbol symbol) {
        return symbol.definition()
                .filter(d -> d.source().equals(place.span().source())
                        && d.startOffset() == place.span().startOffset())
                .isPresent();
    }

    /** Whether a symbol belongs to the library or the host, so that nobody here can change its name. */
    static boolean isForeign(Symbol symbol) {
        return symbol.definition().isEmpty() || isLibrary(symbol);
    }

    private static boolean isLibrary(Symbol symbol) {
        return symbol.definition()
                .filter(span -> {
                    SourceText text = StandardLibrary.source(symbol.module());
                    return text != null && text.name().equals(span.source());
                })
                .isPresent();
    }

    /** All places of a symbol: those of this document, and of others where it can be seen from there. */
    List<Place> uses(Workspace.Checked checked, Symbol symbol) {
        List<Place> places = new ArrayList<>();
        String own = checked.document().uri();
        checked.analysis().references(symbol).forEach(span -> places.add(new Place(own, span)));
        if (!isForeign(symbol) && symbol.kind() != Symbol.Kind.PARAMETER) {
            for (String uri : workspace.scripts()) {
                if (!uri.equals(own)) {
                    workspace.checked(uri).ifPresent(other -> usesIn(other, symbol, places));
                }
            }
        }
        return places;
    }

    private static void usesIn(Workspace.Checked other, Symbol wanted, List<Place> places) {
        String text = other.document().text().text();
        Set<SourceSpan> found = new LinkedHashSet<>();
        if (wanted.name().isEmpty()) {
            // A declaration whose name is still to be typed.
            return;
        }
        int at = text.indexOf(wanted.name());
        while (at >= 0) {
            other.analysis()
                    .symbolAt(at)
                    .filter(symbol -> isSame(symbol, wanted))
                    .ifPresent(symbol -> found.addAll(other.analysis().references(symbol)));
            at = text.indexOf(wanted.name(), at + 1);
        }
        found.forEach(span -> places.add(new Place(other.document().uri(), span)));
    }

    /** The same declaration, seen from two documents. */
    private static boolean isSame(Symbol one, Symbol other) {
        return one.definition().isPresent()
                && other.definition().isPresent()
                && one.definition()
                        .get()
                        .source()
                        .equals(other.definition().get().source())
                && one.definition().get().startOffset()
                        == other.definition().get().startOffset();
    }

    private Optional<String> uri(Symbol symbol, SourceSpan span, Workspace.Checked checked) {
        if (span.source().equals(checked.document().text().name())) {
            return Optional.of(checked.document().uri());
        }
        return isLibrary(symbol)
                ? library.uri(symbol.module())
                : Optional.of(Uris.of(java.nio.file.Path.of(span.source())));
    }
}
