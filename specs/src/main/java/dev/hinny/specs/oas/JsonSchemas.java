package dev.hinny.specs.oas;

import dev.hinny.base.SourceSpan;
import dev.hinny.specs.Node;
import dev.hinny.specs.Shape;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Turns a JSON schema that stands alone (drafts 4 to 7, common keywords) into a shape. */
public final class JsonSchemas implements SchemaReader.Refs {
    private final Node root;
    private final String location;
    private final Neighbours neighbours;
    private final BiConsumer<SourceSpan, String> report;
    private final Set<String> open = new HashSet<>();
    private final Map<String, Shape> known = new HashMap<>();
    private final SchemaReader reader;
    private int depth;

    /** Loads other schemas by their relative references. */
    public interface Neighbours {
        /** A file's name as seen from another; empty where it is not a file or cannot be had, which is reported. */
        Optional<String> name(String from, String reference, SourceSpan place);

        Optional<Node> load(String name, SourceSpan place);
    }

    private JsonSchemas(Node root, String location, Neighbours neighbours, BiConsumer<SourceSpan, String> report) {
        this.root = root;
        this.location = location;
        this.neighbours = neighbours;
        this.report = report;
        this.reader = new SchemaReader(this, (code, place, message) -> report.accept(place, message));
    }

    /** The shape; empty where the text cannot be a schema. A reference that leads back to itself takes anything. */
    public static Optional<Shape> read(
            Node root, String location, String fragment, Neighbours neighbours, BiConsumer<SourceSpan, String> report) {
        if (!(root instanceof Node.Obj) && !(root instanceof Node.Bool)) {
            report.accept(root.span(), "a JSON schema must be an object, found " + root.kind());
            return Optional.empty();
        }
        JsonSchemas schemas = new JsonSchemas(root, location, neighbours, report);
        if (fragment.isEmpty()) {
            return Optional.of(schemas.reader.read(root, ""));
        }
        Optional<Node> target = Pointers.find(root, fragment)
                .or(() -> Pointers.find(root, "/definitions/" + fragment.replaceFirst("^/", "")))
                .or(() -> Pointers.find(root, "/" + fragment.replaceFirst("^/", "")));
        if (target.isEmpty()) {
            report.accept(root.span(), "the JSON schema has no part '" + fragment + "'");
            return Optional.empty();
        }
        return Optional.of(schemas.reader.read(target.get(), ""));
    }

    @Override
    public Shape ref(String ref, SourceSpan place) {
        if (!ref.startsWith("#")) {
            return other(ref, place);
        }
        Shape done = known.get(ref);
        if (done != null) {
            return done;
        }
        Optional<Node> target = Pointers.find(root, ref.substring(1));
        if (target.isEmpty()) {
            target = byId(root, ref, 0);
        }
        if (target.isEmpty()) {
            report.accept(place, "the reference '" + ref + "' leads nowhere");
            return new Shape.Any(Shape.About.at(place));
        }
        if (!open.add(ref) || open.size() > 60) {
            return new Shape.Any(Shape.About.at(place));
        }
        Shape shape = reader.read(target.get(), "");
        open.remove(ref);
        known.put(ref, shape);
        return shape;
    }

    private Shape other(String ref, SourceSpan place) {
        Shape any = new Shape.Any(Shape.About.at(place));
        if (ref.matches("[a-zA-Z][a-zA-Z0-9+.-]*:.*") || depth > 20) {
            return any;
        }
        int hash = ref.indexOf('#');
        String file = hash < 0 ? ref : ref.substring(0, hash);
        Optional<String> name = neighbours.name(location, file, place);
        Optional<Node> tree = name.flatMap(n -> neighbours.load(n, place));
        if (tree.isEmpty()) {
            return any;
        }
        JsonSchemas next = new JsonSchemas(tree.get(), name.get(), neighbours, report);
        next.depth = depth + 1;
        return hash < 0 || hash == ref.length() - 1
                ? next.reader.read(tree.get(), "")
                : next.ref(ref.substring(hash), place);
    }

    private static Optional<Node> byId(Node node, String id, int depth) {
        if (!(node instanceof Node.Obj o) || depth > 30) {
            return Optional.empty();
        }
        for (Node.Entry e : o.entries()) {
            if ((e.key().equals("id") || e.key().equals("$id") || e.key().equals("$anchor"))
                    && e.value() instanceof Node.Text t
                    && (t.value().equals(id) || id.equals("#" + t.value()))) {
                return Optional.of(o);
            }
        }
        return o.entries().stream()
                .map(e -> byId(e.value(), id, depth + 1))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
