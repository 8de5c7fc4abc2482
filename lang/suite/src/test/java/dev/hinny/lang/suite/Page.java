package dev.hinny.lang.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page below {@code docs} that a test writes when it is run with {@code -Dhinny.docs=write}. */
record Page(String name) {
    private static final Path DOCS = Path.of(System.getProperty("hinny.root", "../.."), "docs");

    /** Writes the page when that is wanted, and gives what is in it. */
    String written(String content) throws IOException {
        Path file = DOCS.resolve(name);
        if (System.getProperty("hinny.docs", "check").equals("write")) {
            Files.writeString(file, content);
        }
        return Files.readString(file);
    }

    void check(String content) throws IOException {
        assertThat(written(content))
                .as("docs/%s; -Dhinny.docs=write rewrites it", name)
                .isEqualTo(content);
    }

    /** A cell of a table. */
    static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
