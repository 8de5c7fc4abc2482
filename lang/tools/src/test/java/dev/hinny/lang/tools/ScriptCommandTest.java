package dev.hinny.lang.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.plane.contract.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

class ScriptCommandTest {
    @TempDir
    Path folder;

    private record Run(int status, String out, String err) {}

    @Test
    void readsStandardInputAsPayload() {
        Run run = dw("{\"a\": 41}", "-s", "payload.a + 1");
        assertThat(run).isEqualTo(new Run(0, "42\n", ""));
    }

    @Test
    void readsInputsByNameAndTypeAndWritesTheWantedFormat() throws IOException {
        Path rows = Files.writeString(folder.resolve("rows.csv"), "name,price\ntea,3\n");
        Path rate = Files.writeString(folder.resolve("rate.txt"), "{\"eur\": 2}");
        Path script = Files.writeString(
                folder.resolve("t.dwl"),
                "import double from util\n---\n{item: {name: payload[0].name, price: double(rates.eur)}}");
        Files.writeString(folder.resolve("util.dwl"), "%dw 2.0\nfun double(n) = n * 2");
        Run run = dw(
                "",
                script.toString(),
                "-i",
                "payload=" + rows,
                "-i",
                "rates=" + rate + ":application/json",
                "-o",
                "application/xml");
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .isEqualTo("<?xml version='1.0' encoding='UTF-8'?>\n"
                        + "<item>\n"
                        + "  <name>tea</name>\n"
                        + "  <price>4</price>\n"
                        + "</item>\n");
    }

    @Test
    void showsTheLineWithACaretWhereAScriptIsWrong() {
        Run run = dw("", "-s", "uper('a')");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("<script>:1:1: error:")
                .contains("1| uper('a')")
                .contains("^^^^")
                .contains("upper");
    }

    @Test
    void saysWhereADocumentIsBroken() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.json"), "{\n \"a\": }");
        Run run = dw("", "-s", "payload.a", "-i", "payload=" + bad);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("BAD-JSON").contains(":2:");
    }

    @Test
    void endsWithStatusTwoWhereItCannotTellWhatToDo() {
        assertThat(dw("").status()).isEqualTo(2);
        assertThat(dw("", "missing.dwl").err()).contains("there is no file 'missing.dwl'");
        assertThat(dw("", "-s", "1", "-i", "nonsense").err()).contains("write NAME=FILE");
        assertThat(dw("", "-s", "1", "-o", "no such type").err()).contains("no media type");
        assertThat(dw("", "--jsonl", folder.resolve("none").toString()).err()).contains("--out");
    }

    @Test
    void runsCasesApartFromEachOtherAndAnswersEveryOne() throws IOException {
        Path in = Files.writeString(folder.resolve("in.jsonl"), """
            {"id":"ok","script":"payload.a","inputs":{"payload":{"mime":"application/json","content":"{\\"a\\":1}"}},"output":"application/json"}
            {"id":"bad","script":"1 +","output":"application/json"}
            {"id":"file","script":"%dw 2.0\\noutput application/json\\n---\\nreadUrl('https://host/x/d.json','application/json').b","files":{"d.json":"{\\"b\\":2}"}}
            no json at all
            {"id":"deep","script":"fun f(n) = 1 + f(n) --- f(1)","output":"application/json"}
            """);
        Path out = folder.resolve("out.jsonl");
        assertThat(dw("", "--jsonl", in.toString(), "--out", out.toString()).status())
                .isZero();
        List<JsonNode> answers = Files.readAllLines(out).stream()
                .map(line -> Json.mapper().readTree(line))
                .toList();
        assertThat(answers).hasSize(5);
        assertThat(answers.stream()
                        .filter(a -> a.has("content"))
                        .collect(Collectors.toMap(
                                a -> a.path("id").asString(""),
                                a -> a.path("content").asString(""))))
                .containsOnly(java.util.Map.entry("ok", "1"), java.util.Map.entry("file", "2"));
        assertThat(answers.get(1).path("error").asString("")).contains("SCRIPT-SYNTAX");
        assertThat(answers.get(4).path("error").asString("")).contains("TOO-DEEP");
    }

    /** The command writes bytes to the process's standard output. */
    private static Run dw(String input, String... arguments) {
        InputStream in = System.in;
        PrintStream out = System.out;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            int status = new CommandLine(new ScriptCommand())
                    .setErr(new PrintWriter(err, true))
                    .execute(arguments);
            return new Run(status, written.toString(StandardCharsets.UTF_8), err.toString());
        } finally {
            System.setIn(in);
            System.setOut(out);
        }
    }
}
