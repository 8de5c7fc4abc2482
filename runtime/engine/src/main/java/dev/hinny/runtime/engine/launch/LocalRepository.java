package dev.hinny.runtime.engine.launch;

import dev.hinny.base.Problems;
import dev.hinny.base.SourceText;
import dev.hinny.runtime.model.xml.LocatedXml;
import dev.hinny.runtime.model.xml.XmlElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A Maven repository on this machine: where artifacts stand, and what their project files say. Reads only. */
final class LocalRepository {
    private final Path root;

    LocalRepository(Path root) {
        this.root = root;
    }

    /** The one that Maven uses here: {@code maven.repo.local}, else {@code .m2/repository} of the home directory. */
    static LocalRepository standard(Map<String, String> environment) {
        String set = System.getProperty("maven.repo.local", "");
        String home = environment.getOrDefault("HOME", "");
        return new LocalRepository(
                set.isEmpty() ? Path.of(home.isEmpty() ? "." : home, ".m2", "repository") : Path.of(set));
    }

    Optional<Path> jar(Coordinates c) {
        return existing(c, (c.classifier().isEmpty() ? "" : "-" + c.classifier()) + ".jar");
    }

    private Optional<Path> existing(Coordinates c, String suffix) {
        Path file = root.resolve(c.group().replace('.', '/'))
                .resolve(c.artifact())
                .resolve(c.version())
                .resolve(c.artifact() + "-" + c.version() + suffix)
                .normalize();
        return file.startsWith(root) && Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    Optional<Pom> pom(Coordinates c) {
        return existing(c, ".pom").flatMap(f -> read(f, 0));
    }

    Optional<Pom> read(Path file, int depth) {
        try {
            return read(new SourceText(file.toString(), Files.readString(file)), depth);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A project file with its parents' properties and managed versions; a broken one gives nothing. */
    Optional<Pom> read(SourceText text, int depth) {
        Optional<XmlElement> project = LocatedXml.read(text, new Problems());
        if (project.isEmpty() || depth > 12) {
            return Optional.empty();
        }
        Map<String, String> properties = new LinkedHashMap<>();
        Map<String, String> managed = new LinkedHashMap<>();
        Optional<XmlElement> parent = project.get().child("parent");
        parent.ifPresent(p -> {
            Coordinates above = new Coordinates(value(p, "groupId"), value(p, "artifactId"), value(p, "version"), "");
            properties.put("project.groupId", above.group());
            properties.put("project.version", above.version());
            existing(above, ".pom").flatMap(f -> read(f, depth + 1)).ifPresent(pom -> {
                properties.putAll(pom.properties());
                managed.putAll(pom.managed());
            });
        });
        for (String field : java.util.List.of("groupId", "artifactId", "version")) {
            project.get()
                    .child(field)
                    .ifPresent(e -> properties.put("project." + field, e.text().strip()));
        }
        project.get()
                .child("properties")
                .ifPresent(all -> all.children()
                        .forEach(p -> properties.put(p.name(), p.text().strip())));
        Pom pom = new Pom(properties, managed, project.get());
        project.get()
                .child("dependencyManagement")
                .flatMap(m -> m.child("dependencies"))
                .ifPresent(all -> all.children("dependency")
                        .forEach(d -> managed.put(
                                pom.text(d, "groupId") + ":" + pom.text(d, "artifactId"), pom.text(d, "version"))));
        return Optional.of(pom);
    }

    private static String value(XmlElement element, String child) {
        return element.child(child).map(e -> e.text().strip()).orElse("");
    }
}
