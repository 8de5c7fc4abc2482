package dev.hinny.lang.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.ObjectValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckAndFormatTest {
    @TempDir
    Path folder;

    @Test
    void tellsAllProblemsOfAllFilesAtOnce() throws IOException {
        Path one = Files.writeString(folder.resolve("one.dwl"), "%dw 2.0\n---\n[uper(payload.a), lowr('a')]");
        Path two = Files.writeString(folder.resolve("two.dwl"), "{a: 1");
        Tool.Run run = Tool.run("", "check", folder.toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out().lines())
                .anyMatch(l -> l.startsWith(one + ":3:2: error: ") && l.contains("upper"))
                .anyMatch(l -> l.startsWith(one + ":3:19: error: ") && l.contains("lower"))
                .anyMatch(l -> l.startsWith(two + ":1:") && l.contains("error: SCRIPT-UNCLOSED"));
    }

    @Test
    void writesProblemsAsJson() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.dwl"), "uper(1)");
        Tool.Run run = Tool.run("", "check", bad.toString(), "-o", "json");
        ObjectValue problem =
                (ObjectValue) ((ArrayValue) Json.read(run.out())).toList().getFirst();
        assertThat(Json.field(problem, "file", "")).isEqualTo(bad.toString());
        assertThat(Json.field(problem, "severity", "")).isEqualTo("error");
        assertThat(Json.field(problem, "hint", "")).contains("upper");
    }

    @Test
    void findsNothingInAFineScriptWhoseModulesLieInFolders() throws IOException {
        Path sources = Files.createDirectories(folder.resolve("src/main/resources/flows"));
        Files.writeString(folder.resolve("src/main/resources/Add.dwl"), "fun add(a: Number, b: Number) = a + b");
        Path fine = Files.writeString(sources.resolve("fine.dwl"), "import add from Add\n---\nadd(payload.a, vars.b)");
        assertThat(Tool.run("", "check", fine.toString())).isEqualTo(new Tool.Run(0, "", ""));
        assertThat(Tool.run("", "check", "missing.dwl").status()).isEqualTo(2);
    }

    @Test
    void laysFilesOutInPlaceAndTellsWhich() throws IOException {
        Path loose = Files.writeString(folder.resolve("loose.dwl"), "%dw 2.0\noutput   json\n---\n{a:1}\n");
        Path fine = Files.writeString(folder.resolve("fine.dwl"), "{a: 1}\n");
        assertThat(Tool.run("", "fmt", "--check", folder.toString()))
                .isEqualTo(new Tool.Run(1, loose + System.lineSeparator(), ""));
        assertThat(Tool.run("", "fmt", folder.toString()))
                .isEqualTo(new Tool.Run(0, loose + System.lineSeparator(), ""));
        assertThat(loose).content().isEqualTo("%dw 2.0\noutput json\n---\n{a: 1}\n");
        assertThat(fine).content().isEqualTo("{a: 1}\n");
        assertThat(Tool.run("", "fmt", "--check", folder.toString())).isEqualTo(new Tool.Run(0, "", ""));
    }

    @Test
    void keepsTheLineEndsOfWindows() throws IOException {
        Path script = Files.writeString(folder.resolve("w.dwl"), "var a=1\r\n---\r\n{a:a}\r\n");
        assertThat(Tool.run("", "fmt", script.toString()).status()).isZero();
        assertThat(Files.readString(script)).isEqualTo("var a = 1\r\n---\r\n{a: a}\r\n");
        assertThat(Tool.run("", "fmt", "--check", script.toString()).status()).isZero();
    }

    @Test
    void checksStandardInputAndRefusesWhereThereIsNothingToCheck() throws IOException {
        Tool.Run run = Tool.run("1 + uper(2)", "check", "-");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).startsWith("<stdin>:1:5: error: UNKNOWN-NAME");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(Tool.run("", "check", empty.toString()))
                .isEqualTo(new Tool.Run(
                        2,
                        "",
                        "hinny dw check: there is no script, no file that ends in .dwl, in '" + empty + "'"
                                + System.lineSeparator()));
        assertThat(Tool.run("", "fmt", "-", "a.dwl").err()).contains("stands alone");
        assertThat(Tool.run("", "check", "-m", "nowhere", "-").err()).contains("is no folder");
    }

    @Test
    void laysStandardInputOutAndLeavesWhatHasErrors() throws IOException {
        assertThat(Tool.run("[ 1,2 ]", "fmt", "-")).isEqualTo(new Tool.Run(0, "[1, 2]\n", ""));
        Path bad = Files.writeString(folder.resolve("bad.dwl"), "[1,  2");
        Tool.Run run = Tool.run("", "fmt", bad.toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains(bad + ":1:1: error: SCRIPT-UNCLOSED");
        assertThat(bad).content().isEqualTo("[1,  2");
    }
}
