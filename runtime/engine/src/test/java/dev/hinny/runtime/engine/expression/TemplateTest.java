package dev.hinny.runtime.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.Problem;
import dev.hinny.base.SourceText;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
    private static String shape(String text) {
        return Template.parse(text).stream()
                .map(p -> (p.script() ? "S" : "T") + "(" + p.text() + ")")
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "plain                     | T(plain)",
                "#[payload]                | S(payload)",
                "#[payload[0]]             | S(payload[0])",
                "#[[1, 2]]                 | S([1, 2])",
                "a #[b] c                  | T(a )S(b)T( c)",
                "#[a] and #[b]             | S(a)T( and )S(b)",
                "#[']' ++ \"]\"]           | S(']' ++ \"]\")",
                "x #['it\\'s ]'] y         | T(x )S('it\\'s ]')T( y)",
                "\\#[no]                   | T(#[no])",
                "open #[ end               | T(open #[ end)",
                "#[a contains /[\\[]/]     | S(a contains /[\\[]/)",
            })
    void textsAreCutIntoPlainPartsAndScripts(String text, String expected) {
        assertThat(shape(text)).isEqualTo(expected);
    }

    @Test
    void whiteSpaceAroundAScriptIsNoTemplate() {
        assertThat(shape("\n  #[\npayload\n]\n")).isEqualTo("S(\npayload\n)");
        assertThat(shape("")).isEqualTo("T()");
    }

    @Test
    void partsStandWhereTheySay() {
        Random random = new Random(3);
        for (int i = 0; i < 5000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = 0; j < random.nextInt(14); j++) {
                text.append(List.of("#[", "]", "[", "'", "\"", "a", " ", "\\", "`", "\n")
                        .get(random.nextInt(10)));
            }
            String whole = text.toString();
            for (Template.Part part : Template.parse(whole)) {
                if (part.script()) {
                    assertThat(whole.substring(
                                    part.start(), part.start() + part.text().length()))
                            .isEqualTo(part.text());
                }
            }
        }
    }

    @Test
    void placesGoThroughEntitiesAndLineEnds() {
        SourceText file = new SourceText("f.xml", "<a\r\n x=\"1 &lt; 2 &amp;&amp;\r\n bad\"/>");
        int start = file.text().indexOf('"') + 1;
        int end = file.text().lastIndexOf('"');
        PlaceMap map = PlaceMap.of(file, file.span(start, end), "1 < 2 &&  bad", 0);
        SourceText script = new SourceText("<script>", "1 < 2 &&  bad");
        Problem problem = Problem.error("X", script.span(10, 13), "m");
        assertThat(map.map(problem, "<script>").place()).hasToString("f.xml:3:2");
        assertThat(map.map(Problem.error("X", script.span(6, 7), "m"), "<script>")
                        .place())
                .hasToString("f.xml:2:14");
    }
}
