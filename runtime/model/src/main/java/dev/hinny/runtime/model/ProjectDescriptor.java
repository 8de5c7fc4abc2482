package dev.hinny.runtime.model;

import dev.hinny.base.Problem;
import dev.hinny.base.Problems;
import dev.hinny.base.SourceSpan;
import dev.hinny.base.SourceText;
import dev.hinny.runtime.model.xml.LocatedXml;
import dev.hinny.runtime.model.xml.XmlElement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * What {@code mule-artifact.json} and {@code pom.xml} say of a project.
 *
 * @param configurations flow files to load; empty: all
 * @param secureProperties names whose values are never shown
 * @param properties of the Maven project, with {@code project.artifactId} and the like
 */
record ProjectDescriptor(
        Optional<String> name,
        String minimumRuntime,
        List<String> configurations,
        List<String> secureProperties,
        Map<String, String> properties) {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build();

    static ProjectDescriptor read(ApplicationFiles files, Problems problems) {
        Map<String, String> properties = new LinkedHashMap<>();
        Optional<Path> pom = files.file("pom.xml").or(() -> archivedPom(files));
        pom.ifPresent(file -> pom(new SourceText(files.display(file), files.text(file)), properties));
        Optional<Path> artifact =
                files.file("mule-artifact.json").or(() -> files.file("META-INF/mule-artifact/mule-artifact.json"));
        Artifact json = artifact.map(file -> artifact(files.display(file), files.text(file), problems))
                .orElse(new Artifact());
        return new ProjectDescriptor(
                Optional.ofNullable(properties.get("project.artifactId")).or(() -> Optional.ofNullable(json.name)),
                json.minimumRuntime,
                json.configurations,
                json.secureProperties,
                properties);
    }

    private static Optional<Path> archivedPom(ApplicationFiles files) {
        Path maven = files.root().resolve("META-INF/maven");
        if (!java.nio.file.Files.isDirectory(maven)) {
            return Optional.empty();
        }
        try (java.util.stream.Stream<Path> found = java.nio.file.Files.walk(maven, 3)) {
            return found.filter(f -> f.endsWith("pom.xml")).findFirst();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static final class Artifact {
        @org.jspecify.annotations.Nullable
        String name;

        String minimumRuntime = "";
        List<String> configurations = new ArrayList<>();
        List<String> secureProperties = new ArrayList<>();
    }

    private static Artifact artifact(String file, String text, Problems problems) {
        Artifact found = new Artifact();
        try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), text)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new JacksonException("an object is expected") {
                    private static final long serialVersionUID = 1L;
                };
            }
            while (in.nextToken() == JsonToken.PROPERTY_NAME) {
                String field = in.currentName();
                in.nextToken();
                switch (field) {
                    case "name" -> found.name = in.getValueAsString();
                    case "minMuleVersion" -> found.minimumRuntime = String.valueOf(in.getValueAsString());
                    case "configs" -> strings(in, found.configurations);
                    case "secureProperties" -> strings(in, found.secureProperties);
                    default -> in.skipChildren();
                }
            }
        } catch (JacksonException e) {
            problems.add(Problem.error(
                    "BAD-DESCRIPTOR",
                    e.getLocation() == null
                            ? SourceSpan.file(file)
                            : new SourceText(file, text)
                                    .span(
                                            (int) e.getLocation().getCharOffset(),
                                            (int) e.getLocation().getCharOffset() + 1),
                    "no valid JSON: " + e.getOriginalMessage().replaceFirst("(?s) \\(start marker at .*", ""),
                    "the file needs at least {\"minMuleVersion\": \"4.4.0\"}"));
        }
        return found;
    }

    private static void strings(JsonParser in, List<String> to) {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            in.skipChildren();
            return;
        }
        while (in.nextToken() != JsonToken.END_ARRAY) {
            if (in.currentToken() == JsonToken.VALUE_STRING) {
                to.add(in.getString());
            } else {
                in.skipChildren();
            }
        }
    }

    /** A broken pom is Maven's to report: what can be read is taken. */
    private static void pom(SourceText source, Map<String, String> properties) {
        Optional<XmlElement> project = LocatedXml.read(source, new Problems());
        if (project.isEmpty()) {
            return;
        }
        for (String field : List.of("groupId", "artifactId", "version", "name")) {
            project.get().child(field).ifPresent(e -> {
                properties.put("project." + field, e.text().strip());
                properties.put("pom." + field, e.text().strip());
            });
        }
        project.get()
                .child("properties")
                .ifPresent(all -> all.children()
                        .forEach(p -> properties.put(p.name(), p.text().strip())));
    }
}
