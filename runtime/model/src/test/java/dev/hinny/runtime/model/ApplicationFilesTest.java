package dev.hinny.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.Problem;
import dev.hinny.runtime.api.ConnectorProvider;
import dev.hinny.runtime.model.descriptor.Catalog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationFilesTest {
    private static final String FLOWS = "<mule xmlns='http://www.mulesoft.org/schema/mule/core'>%s</mule>";

    @TempDir
    private Path folder;

    private void file(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static Loaded load(Path path, Map<String, String> properties) {
        try (ApplicationFiles files = ApplicationFiles.open(path)) {
            return ApplicationLoader.load(
                    files,
                    new Catalog(List.<ConnectorProvider>of()),
                    new LoadOptions(properties, Map.of(), dev.hinny.base.Severity.WARNING));
        }
    }

    private static List<String> codes(Loaded loaded) {
        return loaded.problems().stream().map(Problem::code).distinct().toList();
    }

    @Test
    void aProjectFolderIsRead() throws IOException {
        file("pom.xml", "<project><artifactId>shop</artifactId><version>1.2</version></project>");
        file(
                "mule-artifact.json",
                "{\"minMuleVersion\": \"4.4.0\", // comment\n \"secureProperties\": [\"db.password\"]}");
        file(
                "src/main/mule/a.xml",
                FLOWS.formatted("<import file='sub\\b.xml'/><configuration-properties"
                        + " file='config\\c-${env}.yaml'/><global-property name='env' value='dev'/>"));
        file("src/main/mule/sub/b.xml", FLOWS.formatted("<flow name='get:\\users\\(id):api' initialState='stopped'/>"));
        file("src/main/resources/config/c-dev.yaml", "host: h\nv: ${project.version}\n");
        Loaded loaded = load(folder, Map.of());
        assertThat(loaded.problems()).isEmpty();
        ApplicationModel model = loaded.model();
        assertThat(model.name()).isEqualTo("shop");
        assertThat(model.flows()).containsOnlyKeys("get:\\users\\(id):api");
        assertThat(model.flows().values())
                .allSatisfy(f -> assertThat(f.started()).isFalse());
        assertThat(model.properties().get("host")).contains("h");
        assertThat(model.secureProperties()).containsExactly("db.password");
    }

    @Test
    void onlyTheFlowFilesThatTheDescriptorNamesAreRead() throws IOException {
        file("mule-artifact.json", "{\"configs\": [\"a.xml\"]}");
        file("src/main/mule/a.xml", FLOWS.formatted("<flow name='a'/>"));
        file("src/main/mule/b.xml", FLOWS.formatted("<flow name='b'/>"));
        assertThat(load(folder, Map.of()).model().flows()).containsOnlyKeys("a");
    }

    @Test
    void anArchiveIsRead() throws IOException {
        Path jar = folder.resolve("shop-1.0.0-mule-application.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, String> entry : Map.of(
                            "META-INF/mule-artifact/mule-artifact.json",
                                    "{\"name\": \"shop\", \"configs\": [\"a.xml\"]}",
                            "a.xml",
                                    FLOWS.formatted(
                                            "<configuration-properties file='c.properties'/><flow name='${n}'/>"),
                            "c.properties", "n=found")
                    .entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        Loaded loaded = load(jar, Map.of());
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.model().name()).isEqualTo("shop");
        assertThat(loaded.model().flows()).containsOnlyKeys("found");
    }

    @Test
    void aSingleFlowFileIsAnApplication() throws IOException {
        file("hello.xml", FLOWS.formatted("<flow name='${who}'/>"));
        Loaded loaded = load(folder.resolve("hello.xml"), Map.of("who", "a"));
        assertThat(loaded.model().name()).isEqualTo("hello");
        assertThat(loaded.model().flows()).containsOnlyKeys("a");
    }

    @Test
    void resourcesOutsideTheApplicationAreNotFound() throws IOException {
        file("src/main/mule/a.xml", FLOWS.formatted("<flow name='a'/>"));
        file("src/main/resources/in.txt", "x");
        Files.writeString(folder.resolveSibling("outside.txt"), "x");
        try (ApplicationFiles files = ApplicationFiles.open(folder)) {
            assertThat(files.resource("classpath://in.txt")).isPresent();
            assertThat(files.resource("/in.txt")).isPresent();
            assertThat(files.resource("../../../../outside.txt")).isEmpty();
            assertThat(files.resource("..\\..\\..\\..\\outside.txt")).isEmpty();
        }
    }

    @Test
    void filesThatAreNoFlowFilesAreLeftAlone() throws IOException {
        file("src/main/mule/a.xml", FLOWS.formatted("<flow name='a'/>"));
        file("src/main/mule/other.xml", "<spring/>");
        assertThat(codes(load(folder, Map.of()))).isEmpty();
    }
}
