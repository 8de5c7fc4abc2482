package dev.hinny.specs.raml;

import dev.hinny.specs.Files;
import dev.hinny.specs.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Merges overlays and extensions into the API that they extend (RAML 1.0 section "Overlays and Extensions"). */
final class Overlays {
    private static final Set<String> FREE = Set.of(
            "title",
            "displayName",
            "description",
            "documentation",
            "usage",
            "example",
            "examples",
            "types",
            "schemas",
            "annotationTypes",
            "uses",
            "extends");

    private final Files files;
    private final Loader loader;
    private final Reading reading;
    private final Documents documents;

    Overlays(Files files, Loader loader, Reading reading, Documents documents) {
        this.files = files;
        this.loader = loader;
        this.reading = reading;
        this.documents = documents;
    }

    /** The whole API; empty and reported where the base cannot be had. */
    Optional<Node.Obj> merge(Node.Obj top, String file, String kind, int depth) {
        Optional<Node> named = top.get("extends");
        if (named.isEmpty() || !(named.get() instanceof Node.Text path)) {
            reading.error(
                    "RAML-NO-BASE",
                    top.span(),
                    "an " + kind.toLowerCase(java.util.Locale.ROOT) + " must name its base in 'extends'");
            return Optional.empty();
        }
        if (depth > 20) {
            reading.error("RAML-INCLUDE-CYCLE", path.span(), "the file extends itself");
            return Optional.empty();
        }
        Optional<String> name = files.resolve(file, path.value(), path.span());
        Optional<Node> base = name.flatMap(n -> loader.load(n, path.span()));
        if (name.isEmpty() || base.isEmpty()) {
            return Optional.empty();
        }
        String label = files.label(name.get());
        documents.alias(label);
        documents.loadUses(label);
        Node.Obj below = reading.object(base.get(), path.value());
        String header = loader.headerOf(files.at(name.get()));
        if (header.equals("Overlay") || header.equals("Extension")) {
            Optional<Node.Obj> merged = merge(below, name.get(), header, depth + 1);
            if (merged.isEmpty()) {
                return merged;
            }
            below = merged.get();
        }
        Node.Obj own = Loader.without(top, "extends", "usage");
        if (kind.equals("Overlay")) {
            only(own, below, "");
        }
        return Optional.of(replace(below, own));
    }

    private void only(Node.Obj overlay, Node.Obj base, String path) {
        for (Node.Entry e : overlay.entries()) {
            if (FREE.contains(e.key()) || Reading.annotation(e.key())) {
                continue;
            }
            Optional<Node> below = base.get(e.key()).or(() -> base.get(e.key() + "?"));
            if (below.isEmpty()) {
                reading.error("RAML-OVERLAY-ADDS", e.keySpan(), "an overlay cannot add '" + path + e.key() + "'");
            } else if (e.value() instanceof Node.Obj o && below.get() instanceof Node.Obj b) {
                only(o, b, path + e.key() + " ");
            } else if (e.value() instanceof Node.Obj o) {
                only(o, new Node.Obj(List.of(), o.span()), path + e.key() + " ");
            } else if (!(e.value() instanceof Node.Nil) && !e.value().same(below.get())) {
                reading.error("RAML-OVERLAY-CHANGES", e.keySpan(), "an overlay cannot change '" + path + e.key() + "'");
            }
        }
    }

    private static Node.Obj replace(Node.Obj base, Node.Obj top) {
        Map<String, Node.Entry> merged = new LinkedHashMap<>();
        base.entries().forEach(e -> merged.put(e.key(), e));
        for (Node.Entry e : top.entries()) {
            Node.Entry own = merged.get(e.key());
            Node value = e.value();
            if (own != null && own.value() instanceof Node.Obj b && value instanceof Node.Obj t) {
                value = replace(b, t);
            } else if (own != null && own.value() instanceof Node.Obj b && value instanceof Node.Nil) {
                value = b;
            } else if (own != null
                    && own.value() instanceof Node.Seq b
                    && value instanceof Node.Seq t
                    && (e.key().equals("is")
                            || e.key().equals("securedBy")
                            || e.key().equals("documentation"))) {
                List<Node> items = new ArrayList<>(b.items());
                t.items().stream()
                        .filter(i -> items.stream().noneMatch(x -> x.same(i)))
                        .forEach(items::add);
                value = new Node.Seq(items, t.span());
            }
            merged.put(e.key(), new Node.Entry(e.key(), e.keySpan(), value));
        }
        return new Node.Obj(new ArrayList<>(merged.values()), top.span());
    }
}
