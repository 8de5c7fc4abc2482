package dev.hinny.specs.raml;

import dev.hinny.base.SourceSpan;
import dev.hinny.specs.Files;
import dev.hinny.specs.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes nodes out of resource types and traits by filling in their parameters. */
final class Templates {
    private static final Pattern PLACE = Pattern.compile("<<([^<>]*)>>");

    private final Files files;
    private final Documents documents;
    private final Reading reading;
    private final Set<Library.Decl> used = new HashSet<>();

    Templates(Files files, Documents documents, Reading reading) {
        this.files = files;
        this.documents = documents;
        this.reading = reading;
    }

    /** One application of a template: its name and its parameters. */
    record Use(String name, Map<String, Node> parameters, SourceSpan place) {}

    /** Whether a template was applied anywhere. */
    boolean used(Library.Decl decl) {
        return used.contains(decl);
    }

    /** The uses that an {@code is} or {@code type} value names. */
    List<Use> uses(Node node, String what) {
        List<Use> found = new ArrayList<>();
        for (Node item : node instanceof Node.Seq s ? s.items() : List.of(node)) {
            switch (item) {
                case Node.Text t when !t.value().isBlank() -> found.add(new Use(t.value(), Map.of(), t.span()));
                case Node.Obj o
                when o.entries().size() == 1 -> {
                    Node.Entry e = o.entries().get(0);
                    Map<String, Node> parameters = new LinkedHashMap<>();
                    reading.object(e.value(), e.key()).entries().forEach(p -> parameters.put(p.key(), p.value()));
                    found.add(new Use(e.key(), parameters, e.keySpan()));
                }
                case Node n when n instanceof Node.Nil && !(node instanceof Node.Seq) -> {}
                case Node n ->
                    reading.error(
                            "RAML-BAD-TEMPLATE-USE",
                            n.span(),
                            "'" + what + "' must name a template, found " + n.kind());
            }
        }
        return found;
    }

    /** The declared template with its parameters filled in; empty where it is unknown or no mapping. */
    Optional<Node.Obj> instantiate(Section section, Use use, Map<String, String> reserved, Set<String> methods) {
        Optional<Library.Decl> decl = documents.find(section, use.name(), use.place());
        if (decl.isEmpty()) {
            documents.unknown(section, use.name(), use.place());
            return Optional.empty();
        }
        used.add(decl.get());
        Map<String, Node> values = new LinkedHashMap<>(use.parameters());
        reserved.forEach((k, v) -> values.put(k, new Node.Text(v, use.place())));
        Set<String> asked = new HashSet<>();
        Node filled = fill(wanted(decl.get().node(), methods), values, use, asked);
        for (String name : use.parameters().keySet()) {
            if (!asked.contains(name)
                    && !reserved.containsKey(name)
                    && !mentions(decl.get().node(), name)) {
                reading.problems()
                        .warning(
                                "RAML-UNKNOWN-PARAMETER",
                                use.place(),
                                "the " + section.word() + " '" + use.name() + "' has no parameter '" + name + "'",
                                "remove it");
            }
        }
        return Optional.of(reading.object(filled, use.name()));
    }

    /** Without the optional methods that are not there, so that their parameters need no values. */
    private static Node wanted(Node template, Set<String> methods) {
        if (!(template instanceof Node.Obj o)) {
            return template;
        }
        return new Node.Obj(
                o.entries().stream()
                        .filter(e -> {
                            String base = e.key().endsWith("?")
                                    ? e.key().substring(0, e.key().length() - 1)
                                    : "";
                            return !Merge.method(base) || methods.contains(base);
                        })
                        .toList(),
                o.span());
    }

    private static boolean mentions(Node node, String name) {
        return PLACE.matcher(node.json())
                .results()
                .anyMatch(m -> m.group(1).split("\\|")[0].strip().equals(name));
    }

    private Node fill(Node node, Map<String, Node> values, Use use, Set<String> asked) {
        if (!files.spend(1, use.place())) {
            return node;
        }
        return switch (node) {
            case Node.Text t when t.value().contains("<<") -> text(t, values, use, asked);
            case Node.Text t -> t;
            case Node.Seq s ->
                new Node.Seq(
                        s.items().stream().map(i -> fill(i, values, use, asked)).toList(), s.span());
            case Node.Obj o -> {
                List<Node.Entry> entries = new ArrayList<>();
                for (Node.Entry e : o.entries()) {
                    String key = e.key().contains("<<")
                            ? text(new Node.Text(e.key(), e.keySpan()), values, use, asked)
                                    .scalar()
                                    .orElse(e.key())
                            : e.key();
                    entries.add(new Node.Entry(key, e.keySpan(), fill(e.value(), values, use, asked)));
                }
                yield new Node.Obj(entries, o.span());
            }
            case Node.Nil n -> n;
            case Node.Bool b -> b;
            case Node.Num n -> n;
        };
    }

    private Node text(Node.Text t, Map<String, Node> values, Use use, Set<String> asked) {
        Matcher m = PLACE.matcher(t.value());
        StringBuilder out = new StringBuilder();
        while (m.find()) {
            String[] parts = m.group(1).split("\\|");
            String name = parts[0].strip();
            asked.add(name);
            Node value = values.get(name);
            if (value == null) {
                reading.problems()
                        .error(
                                "RAML-MISSING-PARAMETER",
                                use.place(),
                                "'" + use.name() + "' needs the parameter '" + name + "'",
                                "write '" + use.name() + ": { " + name + ": ... }'");
                m.appendReplacement(out, "");
                continue;
            }
            if (parts.length == 1 && m.group().equals(t.value().strip())) {
                return value;
            }
            String text = value.scalar().orElse("");
            for (int i = 1; i < parts.length; i++) {
                text = function(parts[i].strip(), text, t.span());
            }
            m.appendReplacement(out, Matcher.quoteReplacement(text));
        }
        m.appendTail(out);
        return new Node.Text(out.toString(), t.span());
    }

    private String function(String name, String text, SourceSpan place) {
        Optional<String> changed = name.startsWith("!") ? Inflection.apply(name.substring(1), text) : Optional.empty();
        if (changed.isEmpty()) {
            reading.error("RAML-UNKNOWN-FUNCTION", place, "there is no function '" + name + "' for parameters");
        }
        return changed.orElse(text);
    }
}
