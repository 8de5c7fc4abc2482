package dev.hinny.lang.front;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The scripts below {@code cases}, each with its {@code .tree}, {@code .printed} or {@code .problems} beside it. */
final class Corpus {
    private Corpus() {}

    record Case(Path file, String name, String script) {
        /** The content of the file beside the script with this ending, or an empty text. */
        String beside(String ending) {
            Path path = Path.of(file.toString().replaceFirst("\\.dwl$", ending));
            return Files.exists(path) ? read(path) : "";
        }
    }

    static List<Case> cases() {
        Path root = Path.of("src/test/resources/cases");
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(f -> f.toString().endsWith(".dwl"))
                    .sorted()
                    .map(f -> new Case(f, root.relativize(f).toString(), read(f)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
