package dev.hinny.lang.front.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** {@code check/RULE/CASE/script.dwl} has the problems of {@code problems.txt}, each with its place. */
class CheckCorpusTest {
    static final Path CASES = Path.of("src/test/resources/check");

    @TestFactory
    Stream<DynamicTest> hasTheProblemsBesideIt() throws IOException {
        return Files.walk(CASES)
                .filter(file -> file.endsWith("script.dwl"))
                .sorted()
                .map(file -> DynamicTest.dynamicTest(
                        CASES.relativize(file.getParent()).toString(), () -> check(file)));
    }

    private static void check(Path file) throws IOException {
        String found = Checks.check(Files.readString(file)).problems().stream()
                .map(Problem::line)
                .map(line -> line.substring("script.dwl:".length()) + "\n")
                .collect(Collectors.joining());
        assertThat(found).isEqualTo(Files.readString(file.resolveSibling("problems.txt")));
    }
}
