package dev.hinny.lang.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.lang.engine.format.Formats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runner for other implementations; {@code cat} is one that understands constants. */
class RunCorpusTest {
    private static final Path CASES = Path.of("src/test/resources/cases");

    @TempDir
    private Path cases;

    @Test
    void commandGivesWhatTheCaseSays() throws IOException {
        given("same", "transform.dwl", "{\"a b\": [1, \"\\\" x\"]}", "out.json", "{ \"a b\":\n[1,\"\\\" x\"] }");
        given("other-number", "transform.dwl", "1", "out.json", "2");
        given("blanks-in-text-count", "transform.dwl", "\"a b\"", "out.json", "\"ab\"");
        given("text", "transform.dwl", "a  b\n", "out.txt", "a  b");
        assertThat(failures("cat {script}", false))
                .containsExactly("blanks-in-text-count: gives \"a b\"", "other-number: gives 1");
    }

    @Test
    void inputIsPassedWhereThereIsOne() throws IOException {
        given("with", "transform.dwl", "1", "in.csv", "2", "out.txt", "12");
        given("without", "transform.dwl", "1", "out.txt", "1");
        assertThat(failures("cat {script} [{input}]", false)).isEmpty();
    }

    @Test
    void mediaTypesFollowFromTheEndings() throws IOException {
        given("types", "transform.dwl", "1", "in.csv", "2", "out.yaml", "application/csv application/yaml");
        assertThat(failures("echo {input-mime} {mime}", false)).isEmpty();
    }

    @Test
    void caseWithAnErrorMustFail() throws IOException {
        given("error", "transform.dwl", "x", "error.txt", "UNKNOWN-NAME 1:1\nno variable");
        assertThat(failures("cat {script}", false)).containsExactly("error: does not fail, gives x");
        assertThat(failures("cat {folder}/nothing", false)).isEmpty();
        assertThat(failures("cat {folder}/nothing", true))
                .singleElement()
                .asString()
                .startsWith("error: does not say 1:1, but");
        assertThat(failures("cat {folder}/1:1", true)).isEmpty();
    }

    @Test
    void everyEndingInTheCorpusHasTheMediaTypeOfItsFormat() throws IOException {
        try (Stream<Path> files = Files.walk(CASES)) {
            Set<String> endings = files.filter(f -> f.getFileName().toString().matches("(in|out)\\..*"))
                    .map(RunCorpus::ending)
                    .filter(e -> !e.equals("bin"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(endings)
                    .allSatisfy(ending -> assertThat(Formats.byExtension(ending)
                                    .orElseThrow()
                                    .mediaTypes()
                                    .getFirst())
                            .hasToString(RunCorpus.MEDIA_TYPES.get(ending)));
        }
    }

    private void given(String name, String... files) throws IOException {
        Path folder = Files.createDirectory(cases.resolve(name));
        for (int i = 0; i < files.length; i += 2) {
            Files.writeString(folder.resolve(files[i]), files[i + 1]);
        }
    }

    private List<String> failures(String command, boolean places) throws IOException {
        return new RunCorpus(command, places)
                .run(cases).stream()
                        .filter(o -> !o.passed())
                        .map(o -> o.name() + ": " + o.difference())
                        .toList();
    }
}
