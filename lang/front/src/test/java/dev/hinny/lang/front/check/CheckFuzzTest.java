package dev.hinny.lang.front.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.hinny.base.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Damaged scripts are checked to the end; {@code -Dhinny.fuzz=N} does it N times. */
class CheckFuzzTest {
    private static final int RUNS = Integer.getInteger("hinny.fuzz", 3_000);
    private static final List<String> PIECES = List.of(
            "$",
            "$$",
            "payload",
            "(",
            ")",
            "{",
            "}",
            "[",
            "]",
            ".",
            "..",
            "::",
            "map ",
            "reduce ",
            "null",
            "\"a\"",
            "1",
            " as ",
            " is ",
            ": ",
            "String",
            "Array<",
            ">",
            " match { case ",
            " -> ",
            "if (",
            " else ",
            "fun f(x) = f(x)\n",
            "var a = a\n",
            "type T = T\n",
            "type U<A> = {a: U<A>}\n",
            "import * from ",
            "dw::core::Strings",
            "---\n",
            " ++ ",
            " + ",
            " update { case ",
            " at ",
            "do { ",
            "(x) -> ",
            "(x, y = {}) -> ",
            "?",
            "!",
            "ns a http://a\n",
            "a#b",
            " with ",
            " replace ",
            "T",
            "f",
            "a",
            "|P1D|",
            "/a/",
            "@(b: 1)",
            "*",
            "~",
            "`",
            ",",
            "\n");

    private static final List<String> SCRIPTS = new ArrayList<>();

    @BeforeAll
    static void scripts() throws IOException {
        for (Path root : List.of(CheckCorpusTest.CASES, Path.of("src/test/resources/cases"))) {
            try (var files = Files.walk(root)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".dwl"))
                        .sorted()
                        .toList()) {
                    SCRIPTS.add(Files.readString(file));
                }
            }
        }
    }

    @Test
    void mutatedScriptsNeverThrow() {
        Random random = new Random(20_260_101);
        for (int i = 0; i < RUNS; i++) {
            String script = SCRIPTS.get(random.nextInt(SCRIPTS.size()));
            for (int changes = 1 + random.nextInt(5); changes > 0; changes--) {
                script = mutate(script, random);
            }
            check(script, random);
        }
    }

    @Test
    void heapsOfPiecesNeverThrow() {
        Random random = new Random(11);
        for (int i = 0; i < RUNS / 3; i++) {
            StringBuilder script = new StringBuilder();
            for (int length = random.nextInt(30); length > 0; length--) {
                script.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            check(script.toString(), random);
        }
    }

    @Test
    void deepAndLongScriptsAreCheckedToTheEnd() {
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            script.append("fun f").append(i).append("(x) = ").append("[".repeat(150));
            script.append("x ++ ".repeat(300))
                    .append("f")
                    .append(i + 1)
                    .append("(x)")
                    .append("]".repeat(150))
                    .append('\n');
        }
        script.append("fun f200(x) = missing\n---\n[")
                .append("{a: 1, b: [{c: 2}]}, ".repeat(5_000))
                .append("f0(1)]");

        assertThat(Checks.check(script.toString()).problems())
                .singleElement()
                .satisfies(p -> assertThat(p.message()).contains("'missing'"));
    }

    @Test
    void manyDifferentItemsAreOnlyRoughlyKnown() {
        StringBuilder script = new StringBuilder("[");
        for (int i = 0; i < 3_000; i++) {
            script.append("{k").append(i).append(": ").append(i).append("}, ");
        }

        assertThat(Checks.typeOf(script + "{}]", Environment.NONE)).isEqualTo("Array<Object>");
    }

    private static String mutate(String script, Random random) {
        int at = random.nextInt(script.length() + 1);
        int to = Math.min(script.length(), at + random.nextInt(12));
        String piece = PIECES.get(random.nextInt(PIECES.size()));
        return switch (random.nextInt(4)) {
            case 0 -> script.substring(0, at) + script.substring(to);
            case 1 -> script.substring(0, at) + piece + script.substring(at);
            case 2 -> script.substring(0, to) + script.substring(at);
            default -> script.substring(0, at) + piece + script.substring(to);
        };
    }

    private static void check(String script, Random random) {
        assertThatCode(() -> {
                    Analysis analysis = Checks.check(script);
                    for (Problem problem : analysis.problems()) {
                        assertThat(problem.place()).isNotNull();
                        assertThat(problem.place().endOffset()).isBetween(0, script.length());
                    }
                    int offset = random.nextInt(script.length() + 1);
                    analysis.typeAt(offset)
                            .ifPresent(t -> assertThat(t.toString()).isNotEmpty());
                    analysis.symbolAt(offset)
                            .ifPresent(s -> assertThat(analysis.references(s)).isNotEmpty());
                    analysis.completionsAt(offset)
                            .forEach(s -> assertThat(s.text()).isNotEmpty());
                    assertThat(analysis.declarations()).doesNotContainNull();
                })
                .as(script)
                .doesNotThrowAnyException();
    }
}
