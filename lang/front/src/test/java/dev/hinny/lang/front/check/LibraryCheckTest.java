package dev.hinny.lang.front.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.Severity;
import dev.hinny.base.SourceText;
import dev.hinny.lang.front.Directive;
import dev.hinny.lang.front.Document;
import dev.hinny.lang.front.Documentation;
import dev.hinny.lang.front.Parser;
import dev.hinny.lang.front.StandardLibrary;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The library is the largest body of sound scripts at hand: nothing is wrong with it, nor with its examples. */
class LibraryCheckTest {
    @Test
    void noModuleHasErrors() {
        Environment environment = Environment.FLOW.withNames(Map.of("native", Type.ANY));
        for (String module : StandardLibrary.modules()) {
            SourceText source = Objects.requireNonNull(StandardLibrary.source(module));

            Analysis analysis = Checker.check(Parser.parse(source), source, environment);

            assertThat(Checks.lines(analysis, Severity.ERROR)).as(module).isEmpty();
        }
    }

    @Test
    void noExampleThatRunsHasErrors() {
        int examples = 0;
        for (String module : StandardLibrary.modules()) {
            SourceText source = Objects.requireNonNull(StandardLibrary.source(module));
            Document document = Parser.parse(source).document();
            for (Directive directive : document.header()) {
                for (Documentation.Example example :
                        Documentation.of(document, directive, source.text()).examples()) {
                    if (!example.expected().startsWith("error ")) {
                        examples++;
                        String script = example.scriptIn(module);
                        assertThat(Checks.lines(Checks.check(script), Severity.ERROR))
                                .as(script)
                                .isEmpty();
                    }
                }
            }
        }
        assertThat(examples).isPositive();
    }
}
