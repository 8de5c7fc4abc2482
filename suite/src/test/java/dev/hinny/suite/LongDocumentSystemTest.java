package dev.hinny.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.Covers;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Documents of a gigabyte pass through a process with a heap of 256 MB. */
@Tag("system")
@Timeout(600)
@Covers("DW-005")
class LongDocumentSystemTest {
    private static final long GIGABYTE = 1L << 30;
    private static final String SCRIPT =
            "output application/json deferred=true, indent=false\n---\npayload filter $.kind == 'even' map {id: $.id}";

    @TempDir
    private Path folder;

    @Test
    void rowsOfAGigabyteAreFilteredAndMapped() throws Exception {
        Path rows = folder.resolve("rows.csv");
        long count = write(rows, "id,kind,text\n", "%d,%s,some text to fill the line with%n", "");
        assertThat(transformed(rows)).isEqualTo(count / 2);
    }

    @Test
    void anArrayOfAGigabyteIsFilteredAndMapped() throws Exception {
        Path array = folder.resolve("array.json");
        long count =
                write(array, "[", "{\"id\": %d, \"kind\": \"%s\", \"text\": \"some text to fill it with\"},%n", "{}]");
        assertThat(transformed(array)).isEqualTo(count / 2);
    }

    /** Writes an even number of records until the file has a gigabyte; returns how many. */
    private static long write(Path file, String start, String record, String end) throws IOException {
        StringBuilder block = new StringBuilder();
        int inBlock = 1000;
        for (int i = 0; i < inBlock; i++) {
            block.append(record.formatted(i, i % 2 == 0 ? "even" : "odd"));
        }
        byte[] bytes = block.toString().getBytes(StandardCharsets.UTF_8);
        long blocks = GIGABYTE / bytes.length + 1;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(start.getBytes(StandardCharsets.UTF_8));
            for (long i = 0; i < blocks; i++) {
                out.write(bytes);
            }
            out.write(end.getBytes(StandardCharsets.UTF_8));
        }
        return blocks * inBlock;
    }

    /** How many records come out. */
    private long transformed(Path input) throws IOException, InterruptedException {
        Path errors = folder.resolve("errors.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-jar",
                        Repository.ROOT
                                .resolve("lang/tools/target/hinny-dw.jar")
                                .toString(),
                        "-s",
                        SCRIPT,
                        "-i",
                        "payload=" + input)
                .redirectError(errors.toFile())
                .start();
        long records = 0;
        try (BufferedReader out = process.inputReader()) {
            for (int c = out.read(); c >= 0; c = out.read()) {
                records += c == '{' ? 1 : 0;
            }
        }
        assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
        return records;
    }
}
