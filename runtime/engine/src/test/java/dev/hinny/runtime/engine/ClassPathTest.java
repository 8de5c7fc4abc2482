package dev.hinny.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.Covers;
import dev.hinny.base.Problem;
import dev.hinny.base.Severity;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.runtime.api.FlowEntry;
import dev.hinny.runtime.api.FlowError;
import dev.hinny.runtime.api.Message;
import dev.hinny.runtime.model.LoadOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathTest {
    private static final String FLOWS = "<mule xmlns='http://www.mulesoft.org/schema/mule/core'>"
            + "<flow name='f'><set-payload value=\"#[java!shop::Greeter::hello()]\"/></flow></mule>";

    @TempDir
    private Path folder;

    private Path compile(String name, String greeting) throws IOException {
        Path classes = Files.createDirectories(folder.resolve(name));
        Path source = Files.createDirectories(folder.resolve(name + "-src")).resolve("Greeter.java");
        Files.writeString(
                source,
                "package shop; public class Greeter { public static String hello() { return \"" + greeting + "\"; } }");
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", classes.toString(), source.toString());
        assertThat(status).isZero();
        return classes;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    private Path project(String name, String greeting) throws IOException {
        Path project = folder.resolve(name);
        write(project.resolve("src/main/mule/flows.xml"), FLOWS);
        Files.createDirectories(project.resolve("target"));
        Files.move(compile(name + "-classes", greeting), project.resolve("target/classes"));
        return project;
    }

    private static void zip(Path archive, Map<String, Path> content) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            content.forEach((name, file) -> {
                try {
                    zip.putNextEntry(new ZipEntry(name));
                    zip.write(Files.readAllBytes(file));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static ApplicationRuntime start(Path application) {
        return Applications.start(application, App.catalog(new Acme()), App.options(), Host.inMemory());
    }

    private static String answer(ApplicationRuntime runtime) throws FlowError {
        FlowEntry flow = runtime.flow("f").orElseThrow();
        TypedValue payload = flow.run(flow.event(Message.EMPTY, "")).payload();
        return App.text(payload);
    }

    @Test
    @Covers("RUN-034")
    void applicationsHaveClassesOfTheirOwn() throws Exception {
        try (ApplicationRuntime one = start(project("one", "first"));
                ApplicationRuntime two = start(project("two", "second"))) {
            assertThat(answer(one)).isEqualTo("first");
            assertThat(answer(two)).isEqualTo("second");
            assertThat(answer(one)).isEqualTo("first");
        }
    }

    @Test
    @Covers("RUN-040")
    void anArchiveBringsClassesAndLibraries() throws Exception {
        Path flows = Files.writeString(folder.resolve("flows.xml"), FLOWS);
        Path descriptor = Files.writeString(folder.resolve("mule-artifact.json"), "{\"configs\": [\"flows.xml\"]}");
        Path classes = compile("classes", "from the archive");
        Path own = folder.resolve("own.jar");
        zip(
                own,
                Map.of(
                        "META-INF/mule-artifact/mule-artifact.json", descriptor,
                        "flows.xml", flows,
                        "shop/Greeter.class", classes.resolve("shop/Greeter.class")));
        Path library = folder.resolve("library.jar");
        zip(library, Map.of("shop/Greeter.class", classes.resolve("shop/Greeter.class")));
        Path packed = folder.resolve("packed.jar");
        zip(
                packed,
                Map.of(
                        "META-INF/mule-artifact/mule-artifact.json", descriptor,
                        "flows.xml", flows,
                        "repository/shop/greeter/1/greeter-1.jar", library));
        for (Path archive : List.of(own, packed)) {
            try (ApplicationRuntime runtime = start(archive)) {
                assertThat(answer(runtime)).isEqualTo("from the archive");
            }
        }
    }

    @Test
    void dependenciesComeFromTheLocalRepositoryWithTheirOwn() throws Exception {
        Path home = folder.resolve("home");
        Path repository = home.resolve(".m2/repository");
        Path classes = compile("classes", "from the repository");
        write(
                repository.resolve("shop/shop/1/shop-1.pom"),
                "<project><groupId>shop</groupId><artifactId>shop</artifactId><version>1</version><dependencies><dependency>"
                    + "<groupId>shop</groupId><artifactId>greeter</artifactId><version>1</version></dependency></dependencies></project>");
        Files.createDirectories(repository.resolve("shop/greeter/1"));
        zip(repository.resolve("shop/shop/1/shop-1.jar"), Map.of());
        zip(
                repository.resolve("shop/greeter/1/greeter-1.jar"),
                Map.of("shop/Greeter.class", classes.resolve("shop/Greeter.class")));
        Path project = folder.resolve("project");
        write(project.resolve("src/main/mule/flows.xml"), FLOWS);
        write(project.resolve("pom.xml"), """
            <project><properties><v>1</v></properties><dependencies>
            <dependency><groupId>shop</groupId><artifactId>shop</artifactId><version>${v}</version></dependency>
            <dependency><groupId>x</groupId><artifactId>http</artifactId><version>1</version><classifier>mule-plugin</classifier></dependency>
            <dependency><groupId>x</groupId><artifactId>gone</artifactId><version>1</version></dependency>
            </dependencies></project>\
            """);
        LoadOptions options = new LoadOptions(Map.of(), Map.of("HOME", home.toString()), Severity.WARNING);
        try (ApplicationRuntime runtime =
                Applications.start(project, App.catalog(new Acme()), options, Host.inMemory())) {
            assertThat(answer(runtime)).isEqualTo("from the repository");
            assertThat(runtime.problems())
                    .extracting(Problem::line)
                    .containsExactly(
                            "pom.xml:4:1: warning: MISSING-DEPENDENCY: the jar of x:gone:1 is not in the local Maven"
                                    + " repository (run mvn dependency:resolve in the project; what needs its classes"
                                    + " fails)");
        }
        try (Stream<Path> left = Files.walk(repository)) {
            assertThat(left.filter(Files::isRegularFile)).hasSize(3);
        }
    }

    @Test
    void aClassThatIsNotThereFailsWhenItIsCalled() throws IOException {
        write(folder.resolve("p/src/main/mule/flows.xml"), FLOWS);
        try (ApplicationRuntime runtime = start(folder.resolve("p"))) {
            assertThat(runtime.problems()).extracting(Problem::code).contains("UNKNOWN-CLASS");
            assertThat(runtime.hasErrors()).isFalse();
            FlowEntry flow = runtime.flow("f").orElseThrow();
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> flow.run(flow.event(Message.EMPTY, ""))))
                    .isInstanceOf(FlowError.class)
                    .hasMessageContaining("Greeter");
        }
    }
}
