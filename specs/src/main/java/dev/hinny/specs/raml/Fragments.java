package dev.hinny.specs.raml;

import dev.hinny.specs.Node;
import java.util.List;
import java.util.Set;

/** Checks a fragment that stands alone. */
final class Fragments {
    private final Reading reading;
    private final Documents documents;
    private final Loader loader;
    private final Types types;
    private final Annotations annotations;
    private final Security security;
    private final Messages messages;
    private final Templates templates;

    Fragments(
            Reading reading,
            Documents documents,
            Loader loader,
            Types types,
            Annotations annotations,
            Security security,
            Messages messages,
            Templates templates) {
        this.reading = reading;
        this.documents = documents;
        this.loader = loader;
        this.types = types;
        this.annotations = annotations;
        this.security = security;
        this.messages = messages;
        this.templates = templates;
    }

    void check(String kind, Node tree, String label, Set<String> libraryKeys) {
        documents.loadUses(label);
        Declarations declarations = new Declarations(reading, documents, types, annotations, libraryKeys);
        messages.mediaTypes(List.of("application/json"));
        Node.Entry whole = new Node.Entry(
                "fragment", tree.span(), tree instanceof Node.Obj o ? Loader.without(o, "uses", "usage") : tree);
        switch (kind) {
            case "Library" -> {
                Node.Obj o = reading.object(tree, "the library");
                reading.keys(o, "a library", libraryKeys);
                documents.declare(documents.root(), o);
                annotations.read(o, "Library");
            }
            case "DataType" -> {
                types.named(whole);
                types.read(whole.value(), "", Types.Otherwise.STRING, tree.span());
                annotations.inside(whole.value(), "TypeDeclaration");
            }
            case "Trait" -> documents.root().declare(Section.TRAITS, whole);
            case "ResourceType" -> documents.root().declare(Section.RESOURCE_TYPES, whole);
            case "AnnotationTypeDeclaration" -> documents.root().declare(Section.ANNOTATION_TYPES, whole);
            case "SecurityScheme" -> documents.root().declare(Section.SECURITY_SCHEMES, whole);
            case "DocumentationItem" -> RamlReader.page(tree, reading, annotations);
            default -> {
                if (!(tree instanceof Node.Obj)) {
                    reading.error(
                            "RAML-BAD-STRUCTURE",
                            tree.span(),
                            "a named example must be a mapping, found " + tree.kind());
                }
            }
        }
        declarations.read();
        security.schemes(messages);
        declarations.unusedTemplates(templates);
    }
}
