package dev.hinny.lang.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each command on the page is run by a shell, and what stands below it is what it shows. */
class LanguageToolsPageTest {
    private static final Path PAGE = Path.of("../../docs/language-tools.md");
    private static final Pattern BLOCK = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    private record Example(String command, String shown) {}

    @Test
    void everyExampleShowsWhatThePageSays() throws Exception {
        Path tool = folder.resolve("hinny");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Files.writeString(
                tool,
                "#!/bin/sh\nshift\nexec '" + java + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '"
                        + System.getProperty("java.class.path") + "' dev.hinny.lang.tools.Main \"$@\"\n");
        assertThat(tool.toFile().setExecutable(true)).isTrue();
        List<Example> examples = examples(Files.readString(PAGE));
        assertThat(examples).hasSizeGreaterThan(8);
        for (Example example : examples) {
            assertThat(run(example.command())).as(example.command()).isEqualTo(example.shown());
        }
    }

    private static List<Example> examples(String page) {
        List<Example> examples = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(page);
        while (blocks.find()) {
            for (String example : ("\n" + blocks.group(1)).split("\n\\$ ")) {
                if (!example.isBlank()) {
                    String[] lines = example.split("\n", 2);
                    examples.add(new Example(lines[0], lines.length > 1 ? lines[1].stripTrailing() : ""));
                }
            }
        }
        return examples;
    }

    private String run(String command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        StringJoiner path = new StringJoiner(":").add(folder.toString()).add(System.getenv("PATH"));
        builder.environment().put("PATH", path.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String shown = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return shown.stripTrailing();
    }
}
