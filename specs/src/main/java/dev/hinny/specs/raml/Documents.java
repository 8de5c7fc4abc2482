package dev.hinny.specs.raml;

import dev.hinny.base.Problems;
import dev.hinny.base.SourceSpan;
import dev.hinny.base.Suggestion;
import dev.hinny.specs.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The root document and its libraries; finds what a name means in a file. */
final class Documents {
    private final Loader loader;
    private final Problems problems;
    private final Map<String, Library> byLabel = new LinkedHashMap<>();
    private final Map<String, Map<String, Library>> aliases = new HashMap<>();
    private final Set<String> ids = new LinkedHashSet<>();
    private final Map<String, Node> libraryTrees = new LinkedHashMap<>();
    private final Library root;

    Documents(Loader loader, String rootLabel) {
        this.loader = loader;
        this.problems = loader.files().problems();
        this.root = new Library("", rootLabel);
        byLabel.put(rootLabel, root);
    }

    Loader loader() {
        return loader;
    }

    Library root() {
        return root;
    }

    Collection<Library> libraries() {
        return List.copyOf(byLabel.values());
    }

    /** The trees of the libraries, by what problems call their files. */
    Map<String, Node> libraryTrees() {
        return libraryTrees;
    }

    /** Another file whose names are the root's: a base that an overlay extends. */
    void alias(String label) {
        byLabel.putIfAbsent(label, root);
    }

    /** Takes over the declarations of a document. */
    void declare(Library library, Node.Obj tree) {
        for (Node.Entry e : tree.entries()) {
            switch (e.key()) {
                case "types", "schemas" -> section(library, Section.TYPES, e);
                case "traits" -> section(library, Section.TRAITS, e);
                case "resourceTypes" -> section(library, Section.RESOURCE_TYPES, e);
                case "annotationTypes" -> section(library, Section.ANNOTATION_TYPES, e);
                case "securitySchemes" -> section(library, Section.SECURITY_SCHEMES, e);
                default -> {}
            }
        }
    }

    private void section(Library library, Section section, Node.Entry e) {
        switch (e.value()) {
            case Node.Obj o -> o.entries().forEach(d -> library.declare(section, d));
            case Node.Nil n -> {}
            case Node.Seq s
            when e.key().equals("schemas") ->
                s.items().forEach(i -> {
                    if (i instanceof Node.Obj o) {
                        o.entries().forEach(d -> library.declare(section, d));
                    }
                });
            case Node n ->
                problems.error(
                        "RAML-BAD-SECTION",
                        n.span(),
                        "'" + e.key() + "' must map names to declarations, found " + n.kind(),
                        "");
        }
    }

    /** The libraries that a file names in {@code uses}, loaded when first asked for. */
    private Map<String, Library> uses(String label) {
        Map<String, Library> known = aliases.get(label);
        if (known != null) {
            return known;
        }
        Map<String, Library> found = new LinkedHashMap<>();
        aliases.put(label, found);
        loader.usesOf(label).ifPresent(node -> {
            if (node instanceof Node.Obj o) {
                o.entries().forEach(e -> library(e).ifPresent(l -> found.put(e.key(), l)));
            } else if (!(node instanceof Node.Nil)) {
                problems.error(
                        "RAML-BAD-USES", node.span(), "'uses' must map names to files, found " + node.kind(), "");
            }
        });
        return found;
    }

    /** Loads everything that a file uses, so that its problems show even where nothing refers to it. */
    void loadUses(String label) {
        uses(label);
    }

    private Optional<Library> library(Node.Entry use) {
        if (!(use.value() instanceof Node.Text path)) {
            problems.error(
                    "RAML-BAD-USES", use.value().span(), "'" + use.key() + "' must be the path of a library", "");
            return Optional.empty();
        }
        Loader l = loader;
        String from = l.name(use.value().span().source());
        Optional<String> name =
                l.files().resolve(from, path.value(), use.value().span());
        if (name.isEmpty()) {
            return Optional.empty();
        }
        String label = l.files().label(name.get());
        Library known = byLabel.get(label);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Node> tree = l.load(name.get(), use.value().span());
        if (tree.isEmpty()) {
            return Optional.empty();
        }
        SourceSpan start = l.files().at(name.get());
        if (!l.headerOf(start).equals("Library")) {
            problems.error(
                    "RAML-NOT-A-LIBRARY",
                    use.value().span(),
                    "'" + path.value() + "' is not a library",
                    "its first line must be '#%RAML 1.0 Library'");
        }
        String id = use.key();
        for (int n = 2; !ids.add(id); n++) {
            id = use.key() + n;
        }
        Library library = new Library(id, label);
        byLabel.put(label, library);
        if (tree.get() instanceof Node.Obj o) {
            declare(library, o);
            libraryTrees.put(label, o);
        }
        loadUses(label);
        return Optional.of(library);
    }

    /** What a name in a file means. */
    Optional<Library.Decl> find(Section section, String name, SourceSpan place) {
        List<String> chain = chain(place.source());
        int dot = name.indexOf('.');
        for (String label : chain) {
            if (dot > 0) {
                Library library = uses(label).get(name.substring(0, dot));
                Optional<Library.Decl> found =
                        library == null ? Optional.empty() : library.find(section, name.substring(dot + 1));
                if (found.isPresent()) {
                    return found;
                }
            }
            Library own = byLabel.get(label);
            Optional<Library.Decl> found = own == null ? Optional.empty() : own.find(section, name);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The file, the files that include it, and at last the root. */
    private List<String> chain(String label) {
        int hash = label.indexOf('#');
        List<String> found = new ArrayList<>();
        found.add(hash < 0 ? label : label.substring(0, hash));
        for (int i = 0; i < found.size() && found.size() < 1_000; i++) {
            for (String includer : loader.includers(found.get(i))) {
                if (!found.contains(includer)) {
                    found.add(includer);
                }
            }
        }
        if (!found.contains(root.label())) {
            found.add(root.label());
        }
        return found;
    }

    /** Reports that nothing has a name, with the closest one that exists. */
    void unknown(Section section, String name, SourceSpan place) {
        List<String> known = new ArrayList<>();
        chain(place.source()).forEach(label -> {
            Library own = byLabel.get(label);
            if (own != null) {
                own.all(section).forEach(d -> known.add(d.name()));
            }
            uses(label).forEach((alias, lib) -> lib.all(section).forEach(d -> known.add(alias + "." + d.name())));
        });
        if (section == Section.TYPES) {
            known.addAll(Builtins.NAMES);
        }
        problems.error(
                "RAML-UNKNOWN-"
                        + section.word().toUpperCase(java.util.Locale.ROOT).replace(' ', '-'),
                place,
                "there is no " + section.word() + " '" + name + "'",
                Suggestion.didYouMean(name, known, "declare it, or name the library that has it in 'uses'"));
    }
}
