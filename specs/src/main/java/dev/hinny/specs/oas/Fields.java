package dev.hinny.specs.oas;

import dev.hinny.base.Problems;
import dev.hinny.base.SourceSpan;
import dev.hinny.base.Suggestion;
import dev.hinny.specs.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the fields of OpenAPI objects and reports what does not fit. */
final class Fields {
    private final Problems problems;

    Fields(Problems problems) {
        this.problems = problems;
    }

    void error(String code, SourceSpan place, String message) {
        problems.error(code, place, message, "");
    }

    Problems problems() {
        return problems;
    }

    Node.Obj object(Node node, String what) {
        if (node instanceof Node.Obj o) {
            return o;
        }
        if (!(node instanceof Node.Nil)) {
            error("OAS-BAD-STRUCTURE", node.span(), "'" + what + "' must be an object, found " + node.kind());
        }
        return new Node.Obj(List.of(), node.span());
    }

    Node.Obj object(Node.Obj o, String key) {
        return o.get(key).map(n -> object(n, key)).orElseGet(() -> new Node.Obj(List.of(), o.span()));
    }

    List<Node> list(Node.Obj o, String key) {
        Optional<Node> node = o.get(key);
        if (node.isEmpty()) {
            return List.of();
        }
        if (node.get() instanceof Node.Seq s) {
            return s.items();
        }
        error(
                "OAS-BAD-STRUCTURE",
                node.get().span(),
                "'" + key + "' must be a list, found " + node.get().kind());
        return List.of();
    }

    String text(Node.Obj o, String key) {
        Optional<Node> node = o.get(key);
        if (node.isPresent() && node.get().scalar().isEmpty() && !(node.get() instanceof Node.Nil)) {
            error(
                    "OAS-BAD-VALUE",
                    node.get().span(),
                    "'" + key + "' must be text, found " + node.get().kind());
        }
        return node.flatMap(Node::scalar).orElse("");
    }

    String required(Node.Obj o, String key, String what) {
        if (!o.has(key)) {
            error("OAS-MISSING-KEY", o.span(), what + " needs the key '" + key + "'");
        }
        return text(o, key);
    }

    boolean flag(Node.Obj o, String key, boolean otherwise) {
        Optional<Node> node = o.get(key);
        if (node.isEmpty()) {
            return otherwise;
        }
        if (node.get() instanceof Node.Bool b) {
            return b.value();
        }
        error(
                "OAS-BAD-VALUE",
                node.get().span(),
                "'" + key + "' must be true or false, found " + node.get().kind());
        return otherwise;
    }

    void keys(Node.Obj o, String what, Set<String> known) {
        for (Node.Entry e : o.entries()) {
            if (!known.contains(e.key()) && !e.key().startsWith("x-")) {
                problems.error(
                        "OAS-UNKNOWN-KEY",
                        e.keySpan(),
                        "'" + e.key() + "' has no meaning in " + what,
                        Suggestion.didYouMean(
                                e.key(), known, "remove it, or write it as an extension 'x-" + e.key() + "'"));
            }
        }
    }
}
