package dev.hinny.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {
    private static final SourceText TEXT = new SourceText("a.xml", "first\r\n\tsecond line\nthird");

    @Test
    void placesCountLinesAndColumnsFromOneWhateverEndsALine() {
        assertThat(TEXT.span(0, 5)).isEqualTo(new SourceSpan("a.xml", 1, 1, 1, 6, 0, 5));
        assertThat(TEXT.span(8, 14).toString()).isEqualTo("a.xml:2:2");
        assertThat(TEXT.span(20, 99))
                .extracting(SourceSpan::line, SourceSpan::endOffset)
                .containsExactly(3, 25);
        assertThat(TEXT.line(2)).isEqualTo("\tsecond line");
        assertThat(TEXT.line(9)).isEmpty();
        assertThat(TEXT.offset(3, 2)).isEqualTo(21);
    }

    @Test
    void isOneLineForEditorsAndHasACaretForTerminals() {
        Problem problem = Problem.error("UNKNOWN", TEXT.span(8, 14), "'second' is unknown", "did you mean 'first'?");
        assertThat(problem.line()).isEqualTo("a.xml:2:2: error: UNKNOWN: 'second' is unknown (did you mean 'first'?)");
        assertThat(problem.render(TEXT))
                .isEqualTo("a.xml:2:2: error: UNKNOWN: 'second' is unknown\n"
                        + "2| \tsecond line\n"
                        + "   \t^^^^^^\n"
                        + "hint: did you mean 'first'?");
    }

    @Test
    void collectedProblemsComeSortedByPlaceWithoutRepetition() {
        Problems problems = new Problems();
        problems.warning("LATE", TEXT.span(20, 21), "late", "");
        problems.error("EARLY", TEXT.span(0, 1), "early", "");
        problems.error("EARLY", TEXT.span(0, 1), "early", "");
        assertThat(problems.sorted()).extracting(Problem::code).containsExactly("EARLY", "LATE");
        assertThatThrownBy(problems::throwIfErrors)
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problems()).hasSize(2));
    }

    @Test
    void warningsAloneDoNotThrow() {
        Problems problems = new Problems();
        problems.warning("ONLY", null, "a warning", "");
        problems.throwIfErrors();
        assertThat(problems.hasErrors()).isFalse();
        assertThat(problems.sorted().get(0).line()).isEqualTo("warning: ONLY: a warning");
    }

    @Test
    void suggestsOnlyWhatIsClose() {
        List<String> known = List.of("set-payload", "set-variable", "flow-ref");
        assertThat(Suggestion.closest("set-paylaod", known)).contains("set-payload");
        assertThat(Suggestion.closest("Flow-Ref", known)).contains("flow-ref");
        assertThat(Suggestion.closest("choice", known)).isEmpty();
        assertThat(Suggestion.didYouMean("x", known, "look it up")).isEqualTo("look it up");
    }
}
