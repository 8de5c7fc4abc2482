package dev.hinny.specs.raml;

import dev.hinny.specs.Node;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The names that one document (the API or a library) declares. */
final class Library {
    private final String id;
    private final String label;
    private final Map<Section, Map<String, Decl>> sections = new EnumMap<>(Section.class);

    Library(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** One declared name. */
    record Decl(Library library, Section section, String name, Node.Entry entry) {
        /** The name that the whole API knows it by. */
        String key() {
            return library.id.isEmpty() ? name : library.id + "." + name;
        }

        Node node() {
            return entry.value();
        }
    }

    void declare(Section section, Node.Entry entry) {
        sections.computeIfAbsent(section, s -> new LinkedHashMap<>())
                .put(entry.key(), new Decl(this, section, entry.key(), entry));
    }

    Optional<Decl> find(Section section, String name) {
        return Optional.ofNullable(sections.getOrDefault(section, Map.of()).get(name));
    }

    Collection<Decl> all(Section section) {
        return sections.getOrDefault(section, Map.of()).values();
    }

    String id() {
        return id;
    }

    String label() {
        return label;
    }
}
