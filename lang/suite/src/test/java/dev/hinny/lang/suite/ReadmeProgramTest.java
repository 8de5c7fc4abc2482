package dev.hinny.lang.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program that the README shows compiles and does what a reader expects. */
class ReadmeProgramTest {
    private static final Pattern PROGRAM = Pattern.compile("```java\n(.*?class Greeting.*?)```", Pattern.DOTALL);

    @Test
    void theProgramInTheReadmeRuns(@TempDir Path folder) throws IOException, InterruptedException {
        Matcher program = PROGRAM.matcher(Files.readString(Path.of("../../README.md")));
        assertThat(program.find()).as("a program in the README").isTrue();
        Path file = Files.writeString(folder.resolve("Greeting.java"), program.group(1));
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        java.getInputStream().transferTo(out);
        assertThat(java.waitFor()).as(out.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualToIgnoringWhitespace("{\"greeting\": \"Hello, ANN\"}");
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator);
    }
}
