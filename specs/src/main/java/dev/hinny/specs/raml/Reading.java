package dev.hinny.specs.raml;

import dev.hinny.base.Problems;
import dev.hinny.base.SourceSpan;
import dev.hinny.base.Suggestion;
import dev.hinny.specs.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads single values out of trees and reports what does not fit. */
final class Reading {
    private final Problems problems;

    Reading(Problems problems) {
        this.problems = problems;
    }

    Problems problems() {
        return problems;
    }

    void error(String code, SourceSpan place, String message) {
        problems.error(code, place, message, "");
    }

    static boolean annotation(String key) {
        return key.startsWith("(") && key.endsWith(")");
    }

    /** The value of a scalar that may carry annotations: {@code {value: x, (a): b}}. */
    static Node plain(Node node) {
        if (node instanceof Node.Obj o
                && o.has("value")
                && o.entries().stream().allMatch(e -> e.key().equals("value") || annotation(e.key()))) {
            return o.get("value").orElse(node);
        }
        return node;
    }

    /** Text, empty where there is none; numbers and booleans are told as wrong. */
    String text(Node.Obj o, String key) {
        Optional<Node> node = o.get(key).map(Reading::plain);
        if (node.isEmpty() || node.get() instanceof Node.Nil) {
            return "";
        }
        if (node.get() instanceof Node.Text t) {
            return t.value();
        }
        if (!(node.get() instanceof Node.Num || node.get() instanceof Node.Bool)) {
            error(
                    "RAML-BAD-VALUE",
                    node.get().span(),
                    "'" + key + "' must be text, found " + node.get().kind());
        }
        return node.get().scalar().orElse("");
    }

    boolean bool(Node.Obj o, String key, boolean otherwise) {
        Optional<Node> node = o.get(key).map(Reading::plain);
        if (node.isEmpty()) {
            return otherwise;
        }
        if (node.get() instanceof Node.Bool b) {
            return b.value();
        }
        error(
                "RAML-BAD-VALUE",
                node.get().span(),
                "'" + key + "' must be true or false, found " + node.get().kind());
        return otherwise;
    }

    Optional<Long> count(Node.Obj o, String key) {
        Optional<Node> node = o.get(key).map(Reading::plain);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (node.get() instanceof Node.Num n
                && n.value().signum() >= 0
                && n.value().precision() < 18
                && n.value().stripTrailingZeros().scale() <= 0
                && Math.abs(n.value().scale()) < 18) {
            return Optional.of(n.value().longValue());
        }
        error(
                "RAML-BAD-VALUE",
                node.get().span(),
                "'" + key + "' must be a whole number from 0, found '"
                        + node.get().scalar().orElse(node.get().kind()) + "'");
        return Optional.empty();
    }

    Optional<BigDecimal> number(Node.Obj o, String key) {
        Optional<Node> node = o.get(key).map(Reading::plain);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (node.get() instanceof Node.Num n) {
            return Optional.of(n.value());
        }
        error(
                "RAML-BAD-VALUE",
                node.get().span(),
                "'" + key + "' must be a number, found " + node.get().kind());
        return Optional.empty();
    }

    /** A list of texts; a single text counts as a list of one. */
    List<String> texts(Node.Obj o, String key) {
        Optional<Node> node = o.get(key).map(Reading::plain);
        if (node.isEmpty()) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        List<Node> items = node.get() instanceof Node.Seq s ? s.items() : List.of(node.get());
        for (Node item : items) {
            if (item instanceof Node.Text t && !t.value().isBlank()) {
                found.add(t.value());
            } else {
                error("RAML-BAD-VALUE", item.span(), "'" + key + "' must hold text, found " + item.kind());
            }
        }
        return found;
    }

    /** A mapping; nothing counts as an empty one, anything else is told as wrong. */
    Node.Obj object(Node node, String what) {
        if (node instanceof Node.Obj o) {
            return o;
        }
        if (!(node instanceof Node.Nil)) {
            error("RAML-BAD-STRUCTURE", node.span(), "'" + what + "' must be a mapping, found " + node.kind());
        }
        return new Node.Obj(List.of(), node.span());
    }

    Optional<Node.Obj> object(Node.Obj o, String key) {
        return o.get(key).map(n -> object(n, key));
    }

    /** Reports every key that is neither known nor an annotation. */
    void keys(Node.Obj o, String what, Set<String> known) {
        for (Node.Entry e : o.entries()) {
            if (!known.contains(e.key()) && !annotation(e.key())) {
                problems.error(
                        "RAML-UNKNOWN-KEY",
                        e.keySpan(),
                        "'" + e.key() + "' has no meaning in " + what,
                        Suggestion.didYouMean(
                                e.key(), known, "remove it, or write it as an annotation '(" + e.key() + ")'"));
            }
        }
    }
}
