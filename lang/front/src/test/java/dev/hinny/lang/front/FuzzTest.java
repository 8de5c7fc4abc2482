package dev.hinny.lang.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.hinny.base.Problem;
import dev.hinny.base.SourceText;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Damaged scripts are read to the end, with problems inside their text. */
class FuzzTest {
    private static final String PIECES = "(){}[]<>|/\\\"'`$@#^&*~?!:;,.=-+% \n\tab01éß";
    private static final List<String> WORDS = List.of(
            "case ",
            " match {",
            " update {",
            "do {",
            "if (",
            " else ",
            "using (",
            "---",
            "->",
            "$(",
            "var a = ",
            "fun ",
            "type T = ",
            " as ",
            " is ",
            "???",
            "/*",
            "//",
            "..",
            "@(",
            "{|",
            "-}",
            "import ",
            "output ",
            "%dw 2.0\n");

    private final List<String> scripts = Corpus.cases().stream()
            .map(Corpus.Case::script)
            .filter(s -> !s.isEmpty())
            .toList();

    @Test
    void truncatedScriptsNeverThrow() {
        for (String script : scripts) {
            for (int end = 0; end < script.length(); end++) {
                check(script.substring(0, end));
            }
        }
    }

    @Test
    void mutatedScriptsNeverThrow() {
        Random random = new Random(20_240_229);
        for (int i = 0; i < 20_000; i++) {
            String script = scripts.get(random.nextInt(scripts.size()));
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                script = mutate(script, random);
            }
            check(script);
        }
    }

    @Test
    void noiseNeverThrows() {
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder noise = new StringBuilder();
            for (int length = random.nextInt(60); length > 0; length--) {
                noise.append(piece(random));
            }
            check(noise.toString());
        }
    }

    private static String mutate(String script, Random random) {
        int at = random.nextInt(script.length() + 1);
        int to = Math.min(script.length(), at + random.nextInt(8));
        return switch (random.nextInt(4)) {
            case 0 -> script.substring(0, at) + script.substring(to);
            case 1 -> script.substring(0, at) + piece(random) + script.substring(at);
            case 2 -> script.substring(0, to) + script.substring(at);
            default -> script.substring(0, at) + piece(random) + script.substring(to);
        };
    }

    private static String piece(Random random) {
        return random.nextInt(3) == 0
                ? WORDS.get(random.nextInt(WORDS.size()))
                : String.valueOf(PIECES.charAt(random.nextInt(PIECES.length())));
    }

    private static void check(String script) {
        assertThatCode(() -> {
                    Parsed parsed = Parser.parse(new SourceText("s", script));
                    for (Problem problem : parsed.problems()) {
                        assertThat(problem.place()).isNotNull();
                        assertThat(problem.place().endOffset()).isBetween(0, script.length());
                    }
                    String printed = Printer.print(parsed.document());
                    if (parsed.problems().isEmpty()) {
                        Parsed again = Parser.parse(new SourceText("p", printed));
                        assertThat(again.problems()).as(printed).isEmpty();
                        assertThat(Tree.of(again.document())).isEqualTo(Tree.of(parsed.document()));
                    }
                })
                .as(script)
                .doesNotThrowAnyException();
    }
}
