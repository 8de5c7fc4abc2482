package dev.hinny.specs.raml;

import dev.hinny.specs.Node;
import dev.hinny.specs.Shape;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads annotations and checks them against their declared types. */
final class Annotations {
    private static final Set<String> TARGETS = Set.of(
            "API",
            "DocumentationItem",
            "Resource",
            "Method",
            "Response",
            "RequestBody",
            "ResponseBody",
            "TypeDeclaration",
            "Example",
            "ResourceType",
            "Trait",
            "SecurityScheme",
            "SecuritySchemeSettings",
            "AnnotationType",
            "Library",
            "Overlay",
            "Extension");
    private final Documents documents;
    private final Reading reading;
    private final Types types;
    private final Map<Library.Decl, Shape> shapes = new HashMap<>();
    private final Map<Library.Decl, List<String>> targets = new HashMap<>();

    Annotations(Documents documents, Reading reading, Types types) {
        this.documents = documents;
        this.reading = reading;
        this.types = types;
    }

    void readAll() {
        documents.libraries().forEach(l -> l.all(Section.ANNOTATION_TYPES).forEach(this::shape));
    }

    private Shape shape(Library.Decl decl) {
        Shape known = shapes.get(decl);
        if (known != null) {
            return known;
        }
        Node node = decl.node();
        if (node instanceof Node.Obj o && o.has("allowedTargets")) {
            List<String> allowed = reading.texts(o, "allowedTargets");
            targets.put(decl, allowed);
            allowed.stream()
                    .filter(t -> !TARGETS.contains(t))
                    .forEach(t -> reading.error(
                            "RAML-BAD-VALUE",
                            o.span(),
                            "'" + t + "' is not a target of annotations, expected one of " + TARGETS));
            node = Loader.without(o, "allowedTargets");
        }
        if (node instanceof Node.Obj o) {
            read(o, "AnnotationType");
        }
        Shape shape = types.read(
                        node, decl.name(), Types.Otherwise.STRING, decl.entry().keySpan())
                .shape();
        shapes.put(decl, shape);
        return shape;
    }

    /** The annotations of a part of the API. */
    Map<String, Node> read(Node.Obj o, String target) {
        Map<String, Node> found = new LinkedHashMap<>();
        for (Node.Entry e : o.entries()) {
            if (Reading.annotation(e.key())) {
                String name = e.key().substring(1, e.key().length() - 1);
                found.put(name, e.value());
                check(name, e, target);
            }
        }
        return found;
    }

    private void check(String name, Node.Entry e, String target) {
        Optional<Library.Decl> decl = documents.find(Section.ANNOTATION_TYPES, name, e.keySpan());
        if (decl.isEmpty()) {
            documents.unknown(Section.ANNOTATION_TYPES, name, e.keySpan());
            return;
        }
        Shape shape = shape(decl.get());
        List<String> allowed = targets.get(decl.get());
        if (allowed != null
                && !target.isEmpty()
                && !allowed.contains(target)
                && !(target.endsWith("Body") && allowed.contains("TypeDeclaration"))
                && !(target.equals("RequestBody") && allowed.contains("ResponseBody"))) {
            reading.error(
                    "RAML-ANNOTATION-TARGET",
                    e.keySpan(),
                    "the annotation '" + name + "' is not allowed here, only on " + allowed);
        }
        boolean empty = e.value() instanceof Node.Nil && (shape instanceof Shape.Str || shape instanceof Shape.Any);
        if (!empty) {
            types.later(() -> types.examples()
                    .check(shape, e.value(), e.value().span(), "RAML-BAD-ANNOTATION", "the annotation '" + name + "'"));
        }
    }

    /** Checks every annotation below a node, those of scalars and examples too, whatever its target. */
    void sweep(Node node) {
        switch (node) {
            case Node.Obj o -> {
                read(o, "");
                for (Node.Entry e : o.entries()) {
                    switch (e.key()) {
                        case "default", "enum", "settings" -> {}
                        case "example" -> example(e.value());
                        case "examples" -> {
                            if (e.value() instanceof Node.Obj named) {
                                named.entries().forEach(x -> example(x.value()));
                            }
                        }
                        default -> {
                            if (!Reading.annotation(e.key())) {
                                sweep(e.value());
                            }
                        }
                    }
                }
            }
            case Node.Seq s -> s.items().forEach(this::sweep);
            case Node.Text t -> {}
            case Node.Nil n -> {}
            case Node.Bool b -> {}
            case Node.Num n -> {}
        }
    }

    private void example(Node node) {
        if (node instanceof Node.Obj o && o.has("value")) {
            read(o, "");
        }
    }

    /** Checks the annotations of a declaration and of everything inside it. */
    void inside(Node node, String target) {
        if (node instanceof Node.Obj o) {
            read(o, target);
            for (Node.Entry e : o.entries()) {
                switch (e.key()) {
                    case "properties", "facets" -> {
                        if (e.value() instanceof Node.Obj p) {
                            p.entries().forEach(x -> inside(x.value(), "TypeDeclaration"));
                        }
                    }
                    case "items", "type" -> inside(e.value(), "TypeDeclaration");
                    case "displayName", "description", "default", "minimum", "maximum", "pattern" -> {
                        if (e.value() instanceof Node.Obj v && Reading.plain(v) != v) {
                            read(v, "");
                        }
                    }
                    default -> {}
                }
            }
        }
    }
}
