package dev.hinny.lang.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StandardLibraryTest {
    private static final Path SOURCES = Path.of("src/main/dwl");

    @Test
    void everyFileIsAModuleOfTheList() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<String> modules = files.filter(f -> f.toString().endsWith(".dwl"))
                    .map(f ->
                            SOURCES.relativize(f).toString().replace(".dwl", "").replace("/", "::"))
                    .toList();
            assertThat(StandardLibrary.modules()).containsExactlyInAnyOrderElementsOf(modules);
        }
    }

    @Test
    void everyModuleParses() {
        for (String module : StandardLibrary.modules()) {
            assertThat(Parser.parse(StandardLibrary.source(module)).problems())
                    .as(module)
                    .isEmpty();
        }
    }
}
