package dev.hinny.specs.raml;

import dev.hinny.specs.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Merges a template into what uses it: what is already there wins (RAML 1.0 section "Algorithm of Merging Traits"). */
final class Merge {
    private static final Set<String> DECLARATION = Set.of(
            "type",
            "schema",
            "properties",
            "items",
            "description",
            "displayName",
            "example",
            "examples",
            "required",
            "enum",
            "default",
            "pattern",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "facets");
    private static final Set<String> METHODS =
            Set.of("get", "post", "put", "delete", "patch", "head", "options", "trace", "connect");

    private Merge() {}

    static boolean method(String key) {
        return METHODS.contains(key);
    }

    static Node.Obj objects(Node.Obj target, Node.Obj source) {
        Map<String, Node.Entry> merged = new LinkedHashMap<>();
        target.entries().forEach(e -> merged.put(e.key(), e));
        for (Node.Entry e : source.entries()) {
            String key = merged.containsKey(e.key()) ? e.key() : twin(e.key(), merged);
            Node.Entry own = merged.get(key);
            merged.put(key, own == null ? e : new Node.Entry(own.key(), own.keySpan(), values(own.value(), e.value())));
        }
        return new Node.Obj(new ArrayList<>(merged.values()), target.span());
    }

    private static String twin(String key, Map<String, Node.Entry> merged) {
        String other = key.endsWith("?") ? key.substring(0, key.length() - 1) : key + "?";
        return !method(key) && merged.containsKey(other) ? other : key;
    }

    private static Node values(Node target, Node source) {
        if (target instanceof Node.Nil) {
            return source;
        }
        if (target instanceof Node.Obj t && source instanceof Node.Obj s) {
            return objects(t, s);
        }
        if (target instanceof Node.Text t && source instanceof Node.Obj s && declaration(s)) {
            return objects(wrap(t), Loader.without(s, "type", "schema"));
        }
        if (target instanceof Node.Obj t && source instanceof Node.Text s && declaration(t)) {
            return t.has("type") || t.has("schema") || t.has("properties") ? t : objects(t, wrap(s));
        }
        if (target instanceof Node.Seq t && source instanceof Node.Seq s) {
            List<Node> items = new ArrayList<>(t.items());
            for (Node item : s.items()) {
                if (items.stream().noneMatch(i -> i.same(item))) {
                    items.add(item);
                }
            }
            return new Node.Seq(items, t.span());
        }
        return target;
    }

    private static boolean declaration(Node.Obj o) {
        return !o.entries().isEmpty() && o.entries().stream().allMatch(e -> DECLARATION.contains(e.key()));
    }

    private static Node.Obj wrap(Node.Text type) {
        return new Node.Obj(List.of(new Node.Entry("type", type.span(), type)), type.span());
    }

    /** Merges a resource type into another or into a resource: an optional method counts only where the target has it. */
    static Node.Obj resources(Node.Obj target, Node.Obj source, boolean keepOptional) {
        Map<String, Node.Entry> merged = new LinkedHashMap<>();
        target.entries().forEach(e -> merged.put(e.key(), e));
        for (Node.Entry e : source.entries()) {
            boolean optional =
                    e.key().endsWith("?") && method(e.key().substring(0, e.key().length() - 1));
            String base = optional ? e.key().substring(0, e.key().length() - 1) : e.key();
            Node.Entry own = merged.get(base);
            Node.Entry maybe = merged.get(base + "?");
            if (own != null) {
                merged.put(base, new Node.Entry(base, own.keySpan(), values(own.value(), e.value())));
            } else if (maybe != null && method(base)) {
                merged.remove(base + "?");
                merged.put(e.key(), new Node.Entry(e.key(), maybe.keySpan(), values(maybe.value(), e.value())));
            } else if (!optional || keepOptional) {
                merged.put(e.key(), e);
            }
        }
        return new Node.Obj(new ArrayList<>(merged.values()), target.span());
    }
}
