package dev.hinny.specs.raml;

import dev.hinny.specs.Node;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks what the root and the libraries declare, whether it is used or not. */
final class Declarations {
    private static final Pattern PLACE = Pattern.compile("<<([^<>]*)>>");
    private static final Set<String> TRAIT = Set.of(
            "usage",
            "uses",
            "displayName",
            "description",
            "queryParameters",
            "headers",
            "queryString",
            "responses",
            "body",
            "protocols",
            "is",
            "securedBy");
    private static final Set<String> RESOURCE_TYPE =
            Set.of("usage", "uses", "displayName", "description", "type", "is", "securedBy", "uriParameters");

    private final Reading reading;
    private final Documents documents;
    private final Types types;
    private final Annotations annotations;
    private final Set<String> libraryKeys;

    Declarations(Reading reading, Documents documents, Types types, Annotations annotations, Set<String> libraryKeys) {
        this.reading = reading;
        this.documents = documents;
        this.types = types;
        this.annotations = annotations;
        this.libraryKeys = libraryKeys;
    }

    void read() {
        documents.libraryTrees().forEach((label, tree) -> {
            if (tree instanceof Node.Obj o) {
                reading.keys(o, "a library", libraryKeys);
                annotations.read(o, "Library");
            }
        });
        types.readAll();
        annotations.readAll();
        for (Library library : documents.libraries()) {
            library.all(Section.TYPES).forEach(d -> annotations.inside(d.node(), "TypeDeclaration"));
            library.all(Section.TRAITS).forEach(d -> trait(d.node(), d.name()));
            library.all(Section.RESOURCE_TYPES).forEach(d -> resourceType(d.node(), d.name()));
        }
    }

    /** Checks the functions of templates that nothing applies; applied ones were checked on the way. */
    void unusedTemplates(Templates templates) {
        for (Library library : documents.libraries()) {
            List.of(Section.TRAITS, Section.RESOURCE_TYPES)
                    .forEach(s -> library.all(s).stream()
                            .filter(d -> !templates.used(d))
                            .forEach(d -> functions(d.node())));
        }
    }

    void trait(Node node, String name) {
        Node.Obj o = reading.object(node, name);
        keys(o, "a trait", TRAIT, false);
        for (String section : List.of("responses", "headers", "queryParameters")) {
            if (o.get(section).orElse(null) instanceof Node.Obj s && section.equals("responses")) {
                s.entries().stream()
                        .filter(e -> !e.value().scalar().orElse("<<").contains("<<"))
                        .forEach(e -> reading.object(e.value(), e.key()));
            } else if (!o.get(section).flatMap(Node::scalar).orElse("<<").contains("<<")) {
                reading.object(o, section);
            }
        }
    }

    void resourceType(Node node, String name) {
        Node.Obj o = reading.object(node, name);
        keys(o, "a resource type", RESOURCE_TYPE, true);
    }

    private void keys(Node.Obj o, String what, Set<String> known, boolean methods) {
        List<Node.Entry> checked = o.entries().stream()
                .filter(e -> !e.key().contains("<<"))
                .filter(e -> !methods
                        || !Merge.method(
                                e.key().endsWith("?")
                                        ? e.key().substring(0, e.key().length() - 1)
                                        : e.key()))
                .filter(e -> !known.contains(
                        e.key().endsWith("?") ? e.key().substring(0, e.key().length() - 1) : e.key()))
                .toList();
        reading.keys(new Node.Obj(checked, o.span()), what, known);
    }

    void functions(Node node) {
        switch (node) {
            case Node.Obj o ->
                o.entries().forEach(e -> {
                    function(e.key(), e);
                    functions(e.value());
                });
            case Node.Seq s -> s.items().forEach(this::functions);
            case Node.Text t -> function(t.value(), new Node.Entry("", t.span(), t));
            case Node.Nil n -> {}
            case Node.Bool b -> {}
            case Node.Num n -> {}
        }
    }

    private void function(String text, Node.Entry at) {
        PLACE.matcher(text).results().forEach(m -> {
            String[] parts = m.group(1).split("\\|");
            for (int i = 1; i < parts.length; i++) {
                String name = parts[i].strip();
                if (!name.startsWith("!")
                        || Inflection.apply(name.substring(1), "x").isEmpty()) {
                    reading.error(
                            "RAML-UNKNOWN-FUNCTION",
                            at.keySpan(),
                            "there is no function '" + name + "' for parameters");
                }
            }
        });
    }
}
