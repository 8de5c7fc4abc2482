package dev.hinny.specs.raml;

import dev.hinny.base.SourceSpan;
import dev.hinny.specs.Files;
import dev.hinny.specs.Node;
import dev.hinny.specs.Trees;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Loads RAML files as trees with their includes in place, and remembers which file includes which. */
final class Loader {
    private final Files files;
    private final Map<String, Optional<Node>> trees = new HashMap<>();
    private final Map<String, String> headers = new HashMap<>();
    private final Map<String, Set<String>> includers = new HashMap<>();
    private final Map<String, Node> uses = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<Node> lost = Collections.newSetFromMap(new IdentityHashMap<>());

    Loader(Files files) {
        this.files = files;
    }

    /** The tree of a YAML file; read once. */
    Optional<Node> load(String name, SourceSpan place) {
        Optional<Node> known = trees.get(name);
        if (known != null) {
            return known;
        }
        if (open.contains(name) || open.size() > 40) {
            files.problems()
                    .error(
                            "RAML-INCLUDE-CYCLE",
                            place,
                            "the file '" + name + "' includes itself: " + String.join(" <- ", open),
                            "");
            return Optional.empty();
        }
        Optional<String> text = files.text(name, place);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        names.put(files.label(name), name);
        headers.put(files.label(name), header(text.get()));
        open.push(name);
        Optional<Node> tree = Trees.yaml(files, name, text.get(), (tag, value, at) -> tag(name, tag, value, at));
        open.pop();
        if (tree.isPresent() && tree.get() instanceof Node.Obj o) {
            o.get("uses").ifPresent(u -> uses.put(files.label(name), u));
        }
        trees.put(name, tree);
        return tree;
    }

    private Optional<Node> tag(String from, String tag, String value, SourceSpan place) {
        if (tag.equals("!include")) {
            return Optional.of(include(from, value, place));
        }
        if (tag.startsWith("!include")) {
            files.problems()
                    .error(
                            "RAML-BAD-INCLUDE",
                            place,
                            "'" + tag + "' is not an include",
                            "put a space after '!include'");
            return Optional.of(new Node.Nil(place));
        }
        return Optional.empty();
    }

    private Node include(String from, String reference, SourceSpan place) {
        if (reference.isBlank()) {
            files.problems().error("RAML-BAD-INCLUDE", place, "'!include' names no file", "");
            return lost(place);
        }
        int hash = reference.indexOf('#');
        String path = hash < 0 ? reference : reference.substring(0, hash);
        Optional<String> name = files.resolve(from, path, place);
        if (name.isEmpty()) {
            return lost(place);
        }
        includers
                .computeIfAbsent(files.label(name.get()), n -> new LinkedHashSet<>())
                .add(files.label(from));
        names.put(files.label(name.get()), name.get());
        Optional<String> text = files.text(name.get(), place);
        if (text.isEmpty()) {
            return lost(place);
        }
        if (!yaml(name.get(), text.get())) {
            String fragment = hash < 0 ? "" : reference.substring(hash);
            SourceSpan start = files.at(name.get());
            return new Node.Text(
                    text.get(),
                    fragment.isEmpty() ? start : new SourceSpan(start.source() + fragment, 1, 1, 1, 1, 0, 0));
        }
        Optional<Node> tree = load(name.get(), place);
        if (tree.isEmpty()) {
            return lost(place);
        }
        if (tree.get() instanceof Node.Obj o && !header(text.get()).isEmpty()) {
            return without(o, "uses", "usage");
        }
        return tree.get();
    }

    private Node lost(SourceSpan place) {
        Node nothing = new Node.Nil(place);
        lost.add(nothing);
        return nothing;
    }

    /** Whether a value stands for a file that could not be had, which is reported already. */
    boolean lost(Node node) {
        return lost.contains(node);
    }

    static Node.Obj without(Node.Obj o, String... keys) {
        List<Node.Entry> kept = new ArrayList<>();
        for (Node.Entry e : o.entries()) {
            if (!List.of(keys).contains(e.key())) {
                kept.add(e);
            }
        }
        return new Node.Obj(kept, o.span());
    }

    private static boolean yaml(String name, String text) {
        return switch (Files.extension(name)) {
            case "raml", "yaml", "yml" -> true;
            default -> text.startsWith("#%RAML");
        };
    }

    /** What follows {@code #%RAML 1.0} in the first line: {@code DataType}; {@code API} for nothing; empty without such a line. */
    static String header(String text) {
        int end = text.indexOf('\n');
        String first = (end < 0 ? text : text.substring(0, end)).strip();
        if (!first.startsWith("#%RAML 1.0")) {
            return "";
        }
        String kind = first.substring("#%RAML 1.0".length());
        if (kind.isEmpty()) {
            return "API";
        }
        return Character.isWhitespace(kind.charAt(0)) ? kind.strip() : "";
    }

    String headerOf(SourceSpan place) {
        return headers.getOrDefault(place.source(), "");
    }

    /** The files that include a file. */
    Set<String> includers(String label) {
        return includers.getOrDefault(label, Set.of());
    }

    Optional<Node> usesOf(String label) {
        return Optional.ofNullable(uses.get(label));
    }

    /** The name of a file by what problems call it. */
    String name(String label) {
        return names.getOrDefault(label, label);
    }

    Files files() {
        return files;
    }
}
