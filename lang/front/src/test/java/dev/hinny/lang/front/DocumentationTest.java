package dev.hinny.lang.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.SourceText;
import dev.hinny.lang.front.Documentation.Example;
import org.junit.jupiter.api.Test;

class DocumentationTest {
    private static Documentation of(String text) {
        Document document = Parser.parse(new SourceText("m.dwl", text)).document();
        return Documentation.of(document, document.header().get(0), text);
    }

    @Test
    void proseAndExamplesAreToldApart() {
        Documentation documentation = of("""
            /**
             * The first
             * sentence.
             *
             *     f(1)
             *     => 2
             */
            fun f(x) = x + 1
            """);
        assertThat(documentation.text()).isEqualTo("The first sentence.");
        assertThat(documentation.examples()).containsExactly(new Example("f(1)", "2"));
    }

    @Test
    void anEmptyLineBehindAResultPartsExamples() {
        Documentation documentation = of("""
            /**
             * Text.
             *
             *     var a = 1
             *
             *     ---
             *     f(a)
             *     => 2
             *
             *     f("x")
             *     => error WRONG-ARGUMENTS
             *
             *     f(3)
             */
            @Since(version = "2.4.0")
            fun f(x: Number) = x + 1
            """);
        assertThat(documentation.examples())
                .containsExactly(
                        new Example("var a = 1\n\n---\nf(a)", "2"),
                        new Example("f(\"x\")", "error WRONG-ARGUMENTS"),
                        new Example("f(3)", ""));
    }

    @Test
    void aCommentOfAnotherKindIsNone() {
        assertThat(of("/* no */\nfun f(x) = x\n")).isEqualTo(Documentation.NONE);
        assertThat(of("/** far */\nvar a = 1\nfun f(x) = x\n").text()).isEqualTo("far");
    }
}
