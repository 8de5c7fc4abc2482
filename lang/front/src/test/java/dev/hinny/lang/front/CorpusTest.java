package dev.hinny.lang.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.Problem;
import dev.hinny.base.SourceText;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every script of the corpus reads to the tree or to the problems that stand beside it. */
class CorpusTest {
    @TestFactory
    Stream<DynamicTest> readsToTheTreeOrTheProblemsBesideIt() {
        return Corpus.cases().stream()
                .map(it -> DynamicTest.dynamicTest(it.name(), () -> {
                    Parsed parsed = parse(it.script());

                    assertThat(problems(parsed)).isEqualTo(it.beside(".problems"));
                    if (parsed.problems().isEmpty()) {
                        assertThat(Tree.of(parsed.document()) + "\n").isEqualTo(it.beside(".tree"));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> printsToSourceThatReadsBackToTheSameTree() {
        return Corpus.cases().stream()
                .filter(it -> it.beside(".problems").isEmpty())
                .map(it -> DynamicTest.dynamicTest(it.name(), () -> {
                    Document document = parse(it.script()).document();

                    String printed = Printer.print(document);
                    Parsed again = parse(printed);

                    assertThat(problems(again)).as(printed).isEmpty();
                    assertThat(Tree.of(again.document())).as(printed).isEqualTo(Tree.of(document));
                    assertThat(Printer.print(again.document())).isEqualTo(printed);
                    if (!it.beside(".printed").isEmpty()) {
                        assertThat(printed).isEqualTo(it.beside(".printed"));
                    }
                }));
    }

    private static Parsed parse(String script) {
        return Parser.parse(new SourceText("script.dwl", script));
    }

    private static String problems(Parsed parsed) {
        return parsed.problems().stream()
                .map(Problem::line)
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }
}
