package dev.hinny.lang.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.lang.engine.value.ObjectValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptCommandTest {
    @TempDir
    Path folder;

    @Test
    void readsStandardInputAsPayloadAndWritesNothingMoreThanTheResult() {
        assertThat(Tool.run("{\"a\": 41}", "-s", "payload.a + 1")).isEqualTo(new Tool.Run(0, "42", ""));
        assertThat(Tool.run("a,b\n1,2\n", "-s", "input rows csv output json indent=false --- rows"))
                .isEqualTo(new Tool.Run(0, "[{\"a\":\"1\",\"b\":\"2\"}]", ""));
    }

    @Test
    void readsInputsByNameAndTypeAndWritesTheWantedFormat() throws IOException {
        Path rows = Files.writeString(folder.resolve("rows.csv"), "name,price\ntea,3\n");
        Path rate = Files.writeString(folder.resolve("rate.txt"), "{\"eur\": 2}");
        Path script = Files.writeString(
                folder.resolve("t.dwl"),
                "import double from util\n---\n{item: {name: payload[0].name, price: double(rates.eur)}}");
        Files.writeString(folder.resolve("util.dwl"), "%dw 2.0\nfun double(n) = n * 2");
        Tool.Run run =
                Tool.run("", script.toString(), "-i", "payload=" + rows, "-i", "rates=" + rate + ":json", "-o", "xml");
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .isEqualTo("<?xml version='1.0' encoding='UTF-8'?>\n"
                        + "<item>\n"
                        + "  <name>tea</name>\n"
                        + "  <price>4</price>\n"
                        + "</item>");
    }

    @Test
    void inputDirectiveDecidesHowADocumentIsRead() throws IOException {
        Path rows = Files.writeString(folder.resolve("rows.txt"), "a;b\n1;2\n");
        assertThat(Tool.run(
                                "",
                                "-s",
                                "input payload csv separator=';' output json --- payload[0].b",
                                "-i",
                                "payload=" + rows)
                        .out())
                .isEqualTo("\"2\"");
    }

    @Test
    void findsModulesInFoldersAndAnswersProperties() throws IOException {
        Path modules = Files.createDirectories(folder.resolve("modules/org/acme"));
        Files.writeString(modules.resolve("Tax.dwl"), "%dw 2.0\nfun tax(n) = n * p('rate') as Number");
        assertThat(Tool.run(
                        "",
                        "-s",
                        "import * from org::acme::Tax --- tax(10)",
                        "-m",
                        folder.resolve("modules").toString(),
                        "-D",
                        "rate=0.2"))
                .isEqualTo(new Tool.Run(0, "2", ""));
        assertThat(Tool.run("", "-s", "p('none') default 'unset'").out()).isEqualTo("\"unset\"");
    }

    @Test
    void writesToAFileOnlyWhenAllWentWell() throws IOException {
        Path target = Files.writeString(folder.resolve("out.json"), "before");
        Tool.Run failed = Tool.run("", "-s", "[1, 'a' as Number]", "-O", target.toString());
        assertThat(failed.status()).isEqualTo(1);
        assertThat(target).hasContent("before");
        assertThat(Tool.run("", "-s", "[1]", "-O", target.toString()).out()).isEmpty();
        assertThat(Files.readString(target)).isEqualTo("[\n  1\n]");
        assertThat(folder.toFile().list()).containsExactly("out.json");
    }

    @Test
    void showsAResultForJavaInTheLanguagesNotation() {
        assertThat(Tool.run("", "-s", "output application/java --- {a: |2024-01-31|}")
                        .out())
                .isEqualTo("{\n  a: |2024-01-31|\n}");
    }

    @Test
    void showsTheLineWithACaretWhereAScriptIsWrong() {
        Tool.Run run = Tool.run("", "-s", "uper('a')");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("<script>:1:1: error:")
                .contains("1| uper('a')")
                .contains("^^^^")
                .contains("did you mean 'upper'?");
    }

    @Test
    void showsTheLineOfTheModuleThatIsWrong() throws IOException {
        Files.writeString(folder.resolve("Broken.dwl"), "%dw 2.0\nfun f(n) = m + 1");
        Path script = Files.writeString(folder.resolve("t.dwl"), "import * from Broken\n---\nf(1)");
        Tool.Run run = Tool.run("", script.toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("Broken.dwl:2:12: error:").contains("2| fun f(n) = m + 1");
    }

    @Test
    void saysWhereADocumentIsBroken() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.json"), "{\n \"a\": }");
        Tool.Run run = Tool.run("", "-s", "payload.a", "-i", "payload=" + bad);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("BAD-JSON").contains(":2:");
    }

    @Test
    void givesUpWhenTheTimeIsOver() {
        Tool.Run run = Tool.run("", "-s", "dw::Runtime::wait(1, 600000)", "--timeout", "1");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("TIMED-OUT").contains("1000 ms").contains("more time");
    }

    @Test
    void endsWithStatusTwoWhereItCannotTellWhatToDo() {
        assertThat(Tool.run("").status()).isEqualTo(2);
        assertThat(Tool.run("", "missing.dwl").err()).contains("there is no file 'missing.dwl'");
        assertThat(Tool.run("", "-s", "1", "-i", "nonsense").err()).contains("write NAME=FILE");
        assertThat(Tool.run("", "-s", "1", "-i", "a=missing.json").err()).contains("cannot read the input");
        assertThat(Tool.run("", "-s", "1", "-o", "no such type").err()).contains("no media type");
        assertThat(Tool.run("", "-s", "1", "-O", "nowhere/out.json").err()).contains("there is no folder");
        assertThat(Tool.run("", "-s", "1", "-m", "nowhere").err()).contains("is no folder");
        assertThat(Tool.run("", "--jsonl", folder.resolve("none").toString()).err())
                .contains("--out");
    }

    @Test
    void runsCasesApartFromEachOtherAndAnswersEveryOne() throws IOException {
        Path in = Files.writeString(folder.resolve("in.jsonl"), """
            {"id":"ok","script":"payload.a","inputs":{"payload":{"mime":"application/json","content":"{\\"a\\":1}"}},"output":"application/json"}
            {"id":"bad","script":"1 +","output":"application/json"}
            {"id":"file","script":"%dw 2.0\\noutput application/json\\n---\\nreadUrl('https://host/x/d.json','application/json').b","files":{"d.json":"{\\"b\\":2}"}}
            no json at all
            {"id":"deep","script":"fun f(n) = 1 + f(n) --- f(1)","output":"application/json"}
            {"id":"bytes","script":"output application/octet-stream --- payload","inputs":{"payload":{"mime":"application/octet-stream","content":"/w==","encoding":"base64"}}}
            """);
        Path out = folder.resolve("out.jsonl");
        assertThat(Tool.run("", "--jsonl", in.toString(), "--out", out.toString())
                        .status())
                .isZero();
        List<ObjectValue> answers = Files.readAllLines(out).stream()
                .map(line -> (ObjectValue) Json.read(line))
                .toList();
        assertThat(answers).hasSize(6);
        assertThat(Json.field(answers.get(0), "content", "")).isEqualTo("1");
        assertThat(Json.field(answers.get(1), "error", "")).contains("SCRIPT-SYNTAX");
        assertThat(Json.field(answers.get(2), "content", "")).isEqualTo("2");
        assertThat(Json.field(answers.get(3), "error", "")).contains("no case");
        assertThat(Json.field(answers.get(4), "error", "")).contains("TOO-DEEP");
        assertThat(Json.field(answers.get(5), "content", "")).isEqualTo("/w==");
        assertThat(Json.field(answers.get(5), "encoding", "")).isEqualTo("base64");
    }
}
