package dev.hinny.plane.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.hinny.plane.contract.Json;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class OpenApiTest {
    private final Map<?, ?> document = document();

    @Test
    void everyRouteIsDescribedAndNothingElse() {
        Set<String> described = new TreeSet<>();
        ((Map<?, ?>) document.get("paths"))
                .forEach((path, operations) -> ((Map<?, ?>) operations)
                        .keySet()
                        .forEach(method -> described.add(method.toString().toUpperCase(Locale.ROOT) + " " + path)));
        assertThat(described).isEqualTo(Platform.CONTROLLER.operations());
    }

    @Test
    void everyReferenceResolves() {
        List<String> references = new ArrayList<>();
        collect(document, references);
        assertThat(references).isNotEmpty().allSatisfy(reference -> {
            Object at = document;
            for (String step : reference.substring(2).split("/")) {
                at = ((Map<?, ?>) at).get(step);
                assertThat(at).as(reference).isNotNull();
            }
        });
    }

    @Test
    void theSchemasAreTheRecords() throws Exception {
        Map<?, ?> schemas = (Map<?, ?>) ((Map<?, ?>) document.get("components")).get("schemas");
        int compared = 0;
        for (Class<?> record : records()) {
            Class<?> outer = record.getDeclaringClass();
            String name = (outer == null ? "" : outer.getSimpleName()) + record.getSimpleName();
            if (!(schemas.get(name) instanceof Map<?, ?> schema)) {
                continue;
            }
            Set<String> fields = new LinkedHashSet<>();
            for (RecordComponent component : record.getRecordComponents()) {
                JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
                fields.add(named == null ? component.getName() : named.value());
            }
            assertThat(((Map<?, ?>) schema.get("properties")).keySet().stream().map(Object::toString))
                    .as(name)
                    .containsExactlyElementsOf(fields);
            compared++;
        }
        assertThat(compared).isGreaterThan(50);
    }

    /** The contract is a folder of classes while tests run, and a jar in a whole build. */
    private static List<Class<?>> records() throws Exception {
        Path place = Path.of(
                Json.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (Files.isDirectory(place)) {
            return records(place);
        }
        try (FileSystem jar = FileSystems.newFileSystem(place)) {
            return records(jar.getPath("/"));
        }
    }

    private static List<Class<?>> records(Path root) throws Exception {
        List<Class<?>> records = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                String name = root.relativize(file).toString().replace('/', '.').replaceAll("\\.class$", "");
                Class<?> type = Class.forName(name);
                if (type.isRecord() && !name.contains(".agent.") && !name.contains(".fabric.")) {
                    records.add(type);
                }
            }
        }
        return records;
    }

    private static void collect(Object node, List<String> references) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if ("$ref".equals(key)) {
                    references.add(value.toString());
                }
                collect(value, references);
            });
        } else if (node instanceof List<?> list) {
            list.forEach(element -> collect(element, references));
        }
    }

    private static Map<?, ?> document() {
        try (InputStream in = Json.class.getResourceAsStream("openapi.yaml")) {
            return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
