package dev.hinny.lang.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.Problem;
import dev.hinny.base.SourceText;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nodes and problems know their places, also in the file that a script is embedded in. */
class PlacesTest {
    @Test
    void nodesSpanWhatTheyWereReadFrom() {
        SourceText source = new SourceText("a.dwl", "---\nfoo ++\n  bar.baz /* end */");

        var body = (Expression.Infix) Parser.parse(source).document().body();

        assertThat(body).isNotNull();
        assertThat(body.span()).hasToString("a.dwl:2:1");
        assertThat(body.right().span()).hasToString("a.dwl:3:3");
        assertThat(source.text()
                        .substring(body.span().startOffset(), body.span().endOffset()))
                .isEqualTo("foo ++\n  bar.baz");
    }

    @Test
    void aVerbatimPartOfAFileHasThePlacesOfThatFile() {
        SourceText xml = new SourceText("app.xml", "<a>\n  <b value=\"#[payload.x + ]\"/>\n</a>");
        int start = xml.text().indexOf("#[") + 2;
        int end = xml.text().indexOf("]\"");

        Parsed parsed = Parser.parseExpression(
                xml.text().substring(start, end), (from, to) -> xml.span(start + from, start + to));

        assertThat(parsed.problems())
                .extracting(Problem::line)
                .containsExactly(
                        "app.xml:2:27: error: SCRIPT-SYNTAX: expected an expression but found the end of the script");
    }

    @Test
    void aDecodedPartOfAFileHasThePlacesOfThatFile() {
        SourceText xml = new SourceText("app.xml", "<b value=\"#[a &gt; 1 )]\"/>");
        String script = "a > 1 )";
        int[] offsets = IntStream.rangeClosed(0, script.length())
                .map(i -> xml.text().indexOf("a &gt;") + (i <= 2 ? i : i + 3))
                .toArray();

        Parsed parsed = Parser.parseExpression(script, Places.mapped(xml, offsets));

        assertThat(parsed.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.place())
                        .hasToString("app.xml:1:" + (xml.text().indexOf(')') + 1)));
    }

    @Test
    void commentsAreKeptInOrder() {
        Document document = Parser.parse(new SourceText("a", "// one\nvar a = 1 /* two */\n---\na // three"))
                .document();

        assertThat(document.comments())
                .extracting(Document.Comment::text)
                .containsExactly("// one", "/* two */", "// three");
    }

    @Test
    void anExpressionNeedsABodyAndAModuleDoesNot() {
        SourceText header = new SourceText("a", "var a = 1");

        assertThat(Parser.parse(header).problems()).isEmpty();
        assertThat(Parser.parse(header).document().isModule()).isTrue();
        assertThat(Parser.parseExpression(header).hasErrors()).isTrue();
        assertThat(Parser.parseExpression(new SourceText("a", "%dw 2.0\nvar a = 1\n---\na"))
                        .problems())
                .isEmpty();
    }
}
