package dev.hinny.specs.raml;

import dev.hinny.specs.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Applies resource types and traits to a resource (RAML 1.0 section "Resource Types and Traits"). */
final class Expansion {
    private final Templates templates;
    private final Reading reading;

    Expansion(Templates templates, Reading reading) {
        this.templates = templates;
        this.reading = reading;
    }

    /** The resource with everything in it that its type and traits say; {@code type} and {@code is} are gone. */
    Node.Obj expand(Node.Obj resource, String path) {
        List<Templates.Use> traits = uses(resource);
        Optional<Node.Obj> type = type(resource, path, new HashSet<>(), Set.of());
        Node.Obj own = withTraits(Loader.without(resource, "type", "is"), traits, path, false);
        if (type.isEmpty()) {
            return own;
        }
        List<Templates.Use> inherited = uses(type.get());
        Node.Obj source = withTraits(Loader.without(type.get(), "is"), inherited, path, true);
        Node.Obj merged = Merge.resources(own, source, false);
        Set<String> before = new HashSet<>();
        own.entries().forEach(e -> before.add(e.key()));
        List<Node.Entry> entries = new ArrayList<>();
        for (Node.Entry e : merged.entries()) {
            boolean isNew = Merge.method(e.key()) && !before.contains(e.key());
            boolean onlyOwn = Merge.method(e.key()) && !source.has(e.key()) && !source.has(e.key() + "?");
            if (isNew) {
                entries.add(new Node.Entry(e.key(), e.keySpan(), apply(e.value(), traits, path, e.key())));
            } else if (onlyOwn) {
                entries.add(new Node.Entry(e.key(), e.keySpan(), apply(e.value(), inherited, path, e.key())));
            } else {
                entries.add(e);
            }
        }
        return new Node.Obj(entries, merged.span());
    }

    private List<Templates.Use> uses(Node.Obj o) {
        return o.get("is").map(n -> templates.uses(n, "is")).orElse(List.of());
    }

    private Optional<Node.Obj> type(Node.Obj holder, String path, Set<String> seen, Set<String> methods) {
        Optional<Node> named = holder.get("type");
        if (named.isEmpty() || named.get() instanceof Node.Nil) {
            return Optional.empty();
        }
        if (named.get() instanceof Node.Seq s && s.items().size() != 1) {
            reading.error(
                    "RAML-BAD-TEMPLATE-USE",
                    s.span(),
                    "a resource has one resource type, found " + s.items().size());
            return Optional.empty();
        }
        List<Templates.Use> uses = templates.uses(named.get(), "type");
        if (uses.isEmpty()) {
            return Optional.empty();
        }
        Templates.Use use = uses.get(0);
        if (!seen.add(use.name()) || seen.size() > 30) {
            reading.error(
                    "RAML-RECURSIVE-TEMPLATE",
                    use.place(),
                    "the resource type '" + use.name() + "' is defined by itself");
            return Optional.empty();
        }
        Set<String> present = new HashSet<>(methods);
        holder.entries().forEach(e -> present.add(e.key()));
        Optional<Node.Obj> found = templates.instantiate(Section.RESOURCE_TYPES, use, reserved(path), present);
        if (found.isEmpty()) {
            return found;
        }
        Node.Obj own = found.get();
        own.entries().stream()
                .filter(e -> e.key().startsWith("/"))
                .forEach(e -> reading.error(
                        "RAML-NESTED-RESOURCE",
                        e.keySpan(),
                        "a resource type cannot have the resource '" + e.key() + "'"));
        Optional<Node.Obj> parent = type(own, path, seen, present);
        Node.Obj bare = Loader.without(own, "type", "usage", "uses");
        return Optional.of(parent.map(p -> Merge.resources(bare, p, true)).orElse(bare));
    }

    private Node.Obj withTraits(Node.Obj resource, List<Templates.Use> common, String path, boolean optional) {
        List<Node.Entry> entries = new ArrayList<>();
        for (Node.Entry e : resource.entries()) {
            String method = optional && e.key().endsWith("?")
                    ? e.key().substring(0, e.key().length() - 1)
                    : e.key();
            entries.add(
                    Merge.method(method)
                            ? new Node.Entry(e.key(), e.keySpan(), apply(e.value(), common, path, method))
                            : e);
        }
        return new Node.Obj(entries, resource.span());
    }

    private Node apply(Node method, List<Templates.Use> common, String path, String name) {
        if (!(method instanceof Node.Obj || method instanceof Node.Nil)) {
            return method;
        }
        Node.Obj own = reading.object(method, name);
        List<Templates.Use> all = new ArrayList<>(uses(own));
        all.addAll(common);
        Node.Obj merged = Loader.without(own, "is");
        for (Templates.Use use : all) {
            Map<String, String> reserved = new java.util.HashMap<>(reserved(path));
            reserved.put("methodName", name);
            Optional<Node.Obj> trait = templates.instantiate(Section.TRAITS, use, reserved, Set.of());
            if (trait.isPresent()) {
                merged = Merge.objects(merged, Loader.without(trait.get(), "usage", "uses"));
            }
        }
        return merged;
    }

    private static Map<String, String> reserved(String path) {
        String whole = path.replace("{ext}", "").replace("{mediaTypeExtension}", "");
        String name = "";
        for (String part : whole.split("/")) {
            if (!part.isEmpty() && part.indexOf('{') < 0) {
                name = part;
            }
        }
        return Map.of("resourcePath", whole, "resourcePathName", name);
    }
}
