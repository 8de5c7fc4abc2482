package dev.hinny.specs.oas;

import dev.hinny.base.SourceSpan;
import dev.hinny.specs.Files;
import dev.hinny.specs.Node;
import dev.hinny.specs.Shape;
import dev.hinny.specs.Trees;
import dev.hinny.specs.TypeDef;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Follows {@code $ref} through the files of a specification, and names the schemas that it finds on the way. */
final class References implements SchemaReader.Refs {
    private final Files files;
    private final Fields fields;
    private final SchemaReader schemas;
    private final Map<String, Optional<Node>> trees = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> keys = new HashMap<>();
    private final Map<String, TypeDef> types = new LinkedHashMap<>();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final String root;
    private boolean working;

    References(Files files, String root, Node tree, Fields fields) {
        this.files = files;
        this.fields = fields;
        this.root = root;
        this.schemas = new SchemaReader(this, fields::error);
        trees.put(root, Optional.of(tree));
        names.put(files.label(root), root);
    }

    /** What a reference means: the file, the pointer and the node. */
    private record Target(String file, String pointer, Node node) {}

    private Optional<Target> find(String ref, SourceSpan place) {
        String from = names.getOrDefault(place.source(), root);
        int hash = ref.indexOf('#');
        String path = hash < 0 ? ref : ref.substring(0, hash);
        String pointer = hash < 0 ? "" : ref.substring(hash + 1);
        Optional<String> file = path.isEmpty() ? Optional.of(from) : files.resolve(from, path, place);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        Optional<Node> found = tree(file.get(), place).flatMap(t -> Pointers.find(t, pointer));
        if (found.isEmpty() && tree(file.get(), place).isPresent()) {
            fields.problems()
                    .error(
                            "OAS-BAD-REF",
                            place,
                            "the reference '" + ref + "' leads nowhere",
                            "check the file and the path after '#'");
        }
        return found.map(n -> new Target(file.get(), pointer, n));
    }

    private Optional<Node> tree(String name, SourceSpan place) {
        Optional<Node> known = trees.get(name);
        if (known == null) {
            known = files.text(name, place).flatMap(text -> Trees.parse(files, name, text));
            trees.put(name, known);
            names.put(files.label(name), name);
        }
        return known;
    }

    /** The node itself, or what its {@code $ref} leads to. */
    Node follow(Node node) {
        Node at = node;
        for (int i = 0; i < 40; i++) {
            if (!(at instanceof Node.Obj o) || !(o.get("$ref").orElse(null) instanceof Node.Text ref)) {
                return at;
            }
            Optional<Target> next = find(ref.value(), ref.span());
            if (next.isEmpty()) {
                return new Node.Obj(java.util.List.of(), at.span());
            }
            at = next.get().node();
        }
        fields.error("OAS-BAD-REF", node.span(), "the reference leads in a circle");
        return new Node.Obj(java.util.List.of(), node.span());
    }

    Shape shape(Node node, String name) {
        Shape shape = schemas.read(node, name);
        work();
        return shape;
    }

    /** Names the schema that a reference means. */
    void schema(String ref, SourceSpan place) {
        ref(ref, place);
        work();
    }

    private void work() {
        if (working) {
            return;
        }
        working = true;
        while (!waiting.isEmpty()) {
            waiting.poll().run();
        }
        working = false;
    }

    @Override
    public Shape ref(String ref, SourceSpan place) {
        Shape.About about = Shape.About.at(place);
        Optional<Target> target = find(ref, place);
        if (target.isEmpty()) {
            return new Shape.Any(about);
        }
        String id = target.get().file() + "#" + target.get().pointer();
        String key = keys.get(id);
        if (key == null) {
            key = unused(target.get());
            keys.put(id, key);
            String name = key;
            types.put(
                    name,
                    new TypeDef(name, new Shape.Any(about), target.get().node().span()));
            waiting.add(() -> types.put(
                    name,
                    new TypeDef(
                            name,
                            schemas.read(target.get().node(), name),
                            target.get().node().span())));
        }
        return new Shape.Ref(about, key);
    }

    private String unused(Target target) {
        String last = target.pointer().isEmpty()
                ? target.file().replaceAll(".*/", "").replaceAll("\\.[^.]*$", "")
                : Pointers.unescape(target.pointer().substring(target.pointer().lastIndexOf('/') + 1));
        String key = last;
        for (int n = 2; types.containsKey(key); n++) {
            key = last + n;
        }
        return key;
    }

    Map<String, TypeDef> types() {
        return types;
    }
}
