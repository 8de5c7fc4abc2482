package dev.hinny.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** First use of a fresh copy of this checkout, in a folder and with a home that have spaces in their names. */
@Tag("system")
@Timeout(1200)
class LauncherSystemTest {
    private static final int BUILD_FAILED = 4;

    @TempDir
    private Path top;

    @Test
    void freshCopyBuildsItselfOnceAnswersAndPointsAtBrokenSources() throws Exception {
        Path copy = copy(top.resolve("a fresh house"));
        Process first = hinny(copy, "first");
        Process second = hinny(copy, "second");
        assertThat(first.waitFor()).as(said("first")).isZero();
        assertThat(second.waitFor()).as(said("second")).isZero();
        String both = said("first") + said("second");
        assertThat(both).containsOnlyOnce("built in ").contains("waiting for it");
        assertThat(copy.resolve("dist/target/hinny/hinny.aot")).exists();

        assertThat(hinny(copy, "third").waitFor()).isZero();
        assertThat(said("third")).startsWith("hinny ").doesNotContain("hinny:");

        Path main = copy.resolve("dist/src/main/java/dev/hinny/dist/Main.java");
        String sound = Files.readString(main);
        Files.writeString(main, sound + "broken\n");
        assertThat(hinny(copy, "broken").waitFor()).isEqualTo(BUILD_FAILED);
        assertThat(said("broken")).contains("Main.java:[");

        Files.writeString(main, sound);
        assertThat(hinny(copy, "mended").waitFor()).as(said("mended")).isZero();
    }

    private Process hinny(Path folder, String name) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(folder.resolve("hinny").toString(), "--version")
                .redirectErrorStream(true)
                .redirectOutput(top.resolve(name).toFile());
        builder.environment().put("HINNY_JAVA_HOME", System.getProperty("java.home"));
        builder.environment()
                .put("HOME", Files.createDirectories(top.resolve("my home")).toString());
        return builder.start();
    }

    private String said(String name) throws IOException {
        return Files.readString(top.resolve(name));
    }

    private static Path copy(Path target) throws IOException {
        for (Path file : Repository.files()) {
            Path to = target.resolve(Repository.ROOT.relativize(file).toString());
            Files.createDirectories(to.getParent());
            Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES);
        }
        return target;
    }
}
