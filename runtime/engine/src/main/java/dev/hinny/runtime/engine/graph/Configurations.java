package dev.hinny.runtime.engine.graph;

import dev.hinny.base.Suggestion;
import dev.hinny.runtime.api.element.ElementType;
import dev.hinny.runtime.model.descriptor.ElementDescriptor;
import dev.hinny.runtime.model.xml.XmlAttribute;
import dev.hinny.runtime.model.xml.XmlElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Global elements: each built once, when it is first asked for, since they may refer to each other. */
public final class Configurations {
    private final GraphBuilder graph;
    private final Map<String, XmlElement> named = new LinkedHashMap<>();
    private final Map<XmlElement, Optional<Object>> built = new LinkedHashMap<>();
    private final List<Object> inOrder = new ArrayList<>();
    private final Set<XmlElement> open = new HashSet<>();

    Configurations(GraphBuilder graph, List<XmlElement> globals) {
        this.graph = graph;
        globals.forEach(g -> g.value("name").ifPresent(n -> named.putIfAbsent(n, g)));
    }

    /** What was built, those that others need first. */
    List<Object> inOrder() {
        return inOrder;
    }

    Optional<Object> build(XmlElement element) {
        Optional<Object> known = built.get(element);
        if (known != null) {
            return known;
        }
        if (!open.add(element)) {
            graph.problems()
                    .error(
                            "CIRCULAR-REFERENCE",
                            element.place(),
                            "'" + element.qualifiedName() + "' refers to itself",
                            "");
            return Optional.empty();
        }
        Optional<Object> made = graph.configuration(element);
        open.remove(element);
        built.put(element, made);
        made.ifPresent(inOrder::add);
        return made;
    }

    <C> Optional<C> find(String name, Class<C> type, XmlElement from) {
        XmlElement element = named.get(name);
        if (element == null) {
            if (!name.contains("${") && !name.contains("#[")) {
                graph.problems()
                        .error(
                                "UNKNOWN-CONFIG",
                                from.attributes().stream()
                                        .filter(a -> a.prefix().isEmpty()
                                                && a.value().equals(name))
                                        .map(XmlAttribute::place)
                                        .findFirst()
                                        .orElse(from.place()),
                                "there is no configuration '" + name + "'",
                                Suggestion.didYouMean(
                                        name, named.keySet(), "define it in one of the application's files"));
            }
            return Optional.empty();
        }
        Optional<Object> object = build(element);
        if (object.isPresent() && !type.isInstance(object.get())) {
            graph.problems()
                    .error(
                            "WRONG-CONFIG",
                            from.place(),
                            "'" + name + "' is a '" + element.qualifiedName() + "', which '" + from.qualifiedName()
                                    + "' cannot use",
                            expected(type));
            return Optional.empty();
        }
        return object.map(type::cast);
    }

    private String expected(Class<?> type) {
        List<String> fitting = graph.catalog().all().stream()
                .filter(d -> d.type() instanceof ElementType.Configuration<?, ?> c && c.type() == type)
                .map(ElementDescriptor::qualifiedName)
                .toList();
        return fitting.isEmpty() ? "" : "it needs one of: " + String.join(", ", fitting);
    }
}
