package dev.hinny.specs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecSourceTest {
    private static final String API = "#%RAML 1.0\ntitle: T\ntypes:\n  A: !include /types/a.raml\n/a:\n  get:\n";

    @TempDir
    Path folder;

    @Test
    void readsTheEntriesOfAnArchive() throws IOException {
        Path zip = folder.resolve("api.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("api/api.raml"));
            out.write(API.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            out.putNextEntry(new ZipEntry("api/types/a.raml"));
            out.write("#%RAML 1.0 DataType\ntype: integer\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        SpecReader.Result result = SpecReader.read(SpecSource.archive(zip, "api/api.raml"));
        assertThat(result.problems()).isEmpty();
        assertThat(result.api().orElseThrow().types().get("A").shape()).isInstanceOf(Shape.Num.class);
    }

    @Test
    void doesNotFollowLinksOutOfTheDirectory() throws IOException {
        Path inside = Files.createDirectories(folder.resolve("in/types")).getParent();
        Path secret = Files.writeString(folder.resolve("secret.raml"), "type: integer\n");
        Files.createSymbolicLink(inside.resolve("types/a.raml"), secret);
        Files.writeString(inside.resolve("api.raml"), API);
        SpecReader.Result result = SpecReader.read(SpecSource.directory(inside, "api.raml"));
        assertThat(Specs.places(result)).containsExactly("SPEC-FILE-NOT-FOUND 4:6");
    }

    @Test
    void limitsWhatAReadingCosts() {
        StringBuilder bomb = new StringBuilder("#%RAML 1.0\ntitle: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("k%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertThat(Specs.text(bomb.toString()).problems())
                .anyMatch(p -> p.code().equals("SPEC-TOO-LARGE"));
        assertThat(Specs.text("#%RAML 1.0\ntitle: " + "[".repeat(5_000)).problems())
                .anyMatch(p -> p.code().startsWith("SPEC-"));
        SpecReader.Result big = SpecReader.read(
                SpecSource.texts(Map.of("a", "#%RAML 1.0\ntitle: long\n"), "a"), new Limits(10, 10, 10, 10));
        assertThat(Specs.places(big)).contains("SPEC-TOO-LARGE 1:1");
    }

    @Test
    void tellsWhatIsNoSpecification() {
        assertThat(Specs.places(Specs.text("hello: world\n"))).containsExactly("SPEC-UNKNOWN-LANGUAGE 1:1");
        assertThat(Specs.text("").ok()).isFalse();
    }
}
