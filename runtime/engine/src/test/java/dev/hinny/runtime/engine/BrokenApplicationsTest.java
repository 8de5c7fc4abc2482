package dev.hinny.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.runtime.model.LoadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each folder of {@code src/test/resources/broken} is an application with {@code problems.txt}: what a check says of it. */
class BrokenApplicationsTest {
    private static final Path CORPUS = Path.of("src/test/resources/broken");

    static List<String> applications() throws IOException {
        try (Stream<Path> folders = Files.list(CORPUS)) {
            return folders.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private static String check(Path application) {
        List<Problem> problems;
        try {
            problems = Applications.check(
                            application,
                            App.catalog(new Acme()),
                            new LoadOptions(Map.of(), Map.of(), dev.hinny.base.Severity.WARNING))
                    .problems();
        } catch (ProblemException e) {
            problems = e.problems();
        }
        return problems.stream().map(Problem::line).collect(Collectors.joining("\n", "", "\n"));
    }

    @ParameterizedTest
    @MethodSource("applications")
    void aCheckNamesEveryProblemWithItsPlace(String name) throws IOException {
        Path expected = CORPUS.resolve(name).resolve("problems.txt");
        String found = check(CORPUS.resolve(name));
        if (Boolean.getBoolean("record")) {
            Files.writeString(expected, found);
        }
        assertThat(found).isEqualTo(Files.readString(expected));
    }

    @Test
    void aCorruptArchiveIsNamed(@TempDir Path folder) throws IOException {
        Path corrupt = Files.writeString(folder.resolve("shop.jar"), "PK\u0003\u0004 cut off");
        assertThatThrownBy(() -> Applications.check(corrupt, App.catalog(new Acme()), App.options()))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.first().code()).isEqualTo("CORRUPT-ARCHIVE");
                    assertThat(e.first().hint()).isNotEmpty();
                });
    }

    @Test
    void anArchiveThatIsNoApplicationIsNamed(@TempDir Path folder) throws IOException {
        Path jar = folder.resolve("library.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("a.txt"));
        }
        assertThat(check(jar)).contains("NO-APPLICATION").contains("META-INF/mule-artifact/mule-artifact.json");
    }

    @Test
    void nothingIsThere(@TempDir Path folder) {
        assertThat(check(folder.resolve("none"))).contains("NO-APPLICATION").contains("there is no file or folder");
    }
}
