package dev.hinny.runtime.engine.launch;

import dev.hinny.base.SourceSpan;
import dev.hinny.runtime.model.xml.XmlElement;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A project file, with what it inherits. */
record Pom(Map<String, String> properties, Map<String, String> managed, XmlElement project) {
    private static final Set<String> AT_RUN_TIME = Set.of("", "compile", "runtime");

    /** A dependency that is needed to run, with the place where it is declared. */
    record Dependency(Coordinates coordinates, String type, boolean optional, SourceSpan place) {}

    List<Dependency> dependencies() {
        return project.child("dependencies").stream()
                .flatMap(d -> d.children("dependency"))
                .filter(d -> AT_RUN_TIME.contains(text(d, "scope")))
                .map(this::dependency)
                .toList();
    }

    private Dependency dependency(XmlElement element) {
        String group = text(element, "groupId");
        String artifact = text(element, "artifactId");
        String version = text(element, "version");
        return new Dependency(
                new Coordinates(
                        group,
                        artifact,
                        version.isEmpty() ? managed.getOrDefault(group + ":" + artifact, "") : version,
                        text(element, "classifier")),
                text(element, "type"),
                text(element, "optional").equals("true"),
                element.place());
    }

    /** A child's text with properties replaced. */
    String text(XmlElement element, String child) {
        String text = element.child(child).map(e -> e.text().strip()).orElse("");
        for (int i = 0; i < 8 && text.contains("${"); i++) {
            int start = text.indexOf("${");
            int end = text.indexOf('}', start);
            String value = end < 0 ? null : properties.get(text.substring(start + 2, end));
            if (value == null) {
                return text;
            }
            text = text.substring(0, start) + value + text.substring(end + 1);
        }
        return text;
    }
}
