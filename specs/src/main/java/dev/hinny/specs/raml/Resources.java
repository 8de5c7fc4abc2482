package dev.hinny.specs.raml;

import dev.hinny.base.SourceSpan;
import dev.hinny.specs.Node;
import dev.hinny.specs.Operation;
import dev.hinny.specs.Parameter;
import dev.hinny.specs.Resource;
import dev.hinny.specs.SecurityRequirement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the tree of resources into a flat list. */
final class Resources {
    static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");
    private static final Set<String> KEYS = Set.of(
            "displayName",
            "description",
            "type",
            "is",
            "securedBy",
            "uriParameters",
            "get",
            "post",
            "put",
            "delete",
            "patch",
            "head",
            "options",
            "trace",
            "connect");

    private final Reading reading;
    private final Expansion expansion;
    private final Messages messages;
    private final Security security;
    private final Annotations annotations;
    private final List<Resource> found = new ArrayList<>();
    private final Map<String, String> paths = new HashMap<>();

    Resources(Reading reading, Expansion expansion, Messages messages, Security security, Annotations annotations) {
        this.reading = reading;
        this.expansion = expansion;
        this.messages = messages;
        this.security = security;
        this.annotations = annotations;
    }

    List<Resource> read(Node.Obj root, List<SecurityRequirement> secured) {
        for (Node.Entry e : root.entries()) {
            if (e.key().startsWith("/")) {
                resource(e, "", Map.of(), secured, 0);
            }
        }
        return found;
    }

    private void resource(
            Node.Entry entry,
            String parent,
            Map<String, Parameter> inherited,
            List<SecurityRequirement> secured,
            int depth) {
        if (depth > 60) {
            reading.error("RAML-TOO-DEEP", entry.keySpan(), "resources nest deeper than 60");
            return;
        }
        String path = parent + entry.key();
        SourceSpan place = entry.keySpan();
        checkPath(entry.key(), place);
        String twin = paths.putIfAbsent(path, path);
        if (twin != null) {
            reading.error("RAML-DUPLICATE-RESOURCE", place, "the resource '" + path + "' is declared twice");
        }
        Node.Obj raw = reading.object(entry.value(), entry.key());
        Node.Obj node = expansion.expand(raw, path);
        reading.keys(
                new Node.Obj(
                        node.entries().stream()
                                .filter(e -> !e.key().startsWith("/"))
                                .toList(),
                        node.span()),
                "a resource",
                KEYS);
        Map<String, Parameter> parameters = parameters(node, entry.key(), path, inherited, place);
        List<SecurityRequirement> mine = node.has("securedBy") ? security.requirements(node) : secured;
        List<Operation> operations = new ArrayList<>();
        for (Node.Entry e : node.entries()) {
            if (Merge.method(e.key())) {
                operations.add(messages.operation(e, mine));
            }
        }
        found.add(new Resource(
                path,
                entry.key(),
                parent,
                reading.text(node, "displayName"),
                reading.text(node, "description"),
                new ArrayList<>(parameters.values()),
                operations,
                annotations.read(node, "Resource"),
                place));
        for (Node.Entry e : raw.entries()) {
            if (e.key().startsWith("/")) {
                resource(e, path, parameters, secured, depth + 1);
            }
        }
    }

    private void checkPath(String path, SourceSpan place) {
        String rest = PLACEHOLDER.matcher(path).replaceAll("");
        if (rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0) {
            reading.error("RAML-BAD-PATH", place, "'" + path + "' has a brace without its partner");
        }
    }

    private Map<String, Parameter> parameters(
            Node.Obj node, String relative, String path, Map<String, Parameter> inherited, SourceSpan place) {
        Map<String, Parameter> declared = new LinkedHashMap<>();
        Optional<Node.Obj> section = reading.object(node, "uriParameters");
        section.ifPresent(s -> messages.parameters(s, Parameter.In.PATH).forEach(p -> declared.put(p.name(), p)));
        Map<String, Parameter> all = new LinkedHashMap<>(inherited);
        Matcher m = PLACEHOLDER.matcher(relative);
        List<String> own = new ArrayList<>();
        while (m.find()) {
            String name = m.group(1);
            own.add(name);
            Parameter p = declared.get(name);
            all.put(name, p == null ? plain(name, Parameter.In.PATH, place) : p);
        }
        for (Parameter p : declared.values()) {
            if (!own.contains(p.name())) {
                reading.error(
                        "RAML-UNUSED-PARAMETER",
                        p.span(),
                        "the path '" + path + "' has no placeholder '{" + p.name() + "}'");
            }
        }
        return all;
    }

    static Parameter plain(String name, Parameter.In in, SourceSpan place) {
        return new Parameter(
                name,
                in,
                true,
                "",
                "",
                Builtins.string(dev.hinny.specs.Shape.About.at(place).named(name)),
                Parameter.Style.SIMPLE,
                false,
                place);
    }
}
