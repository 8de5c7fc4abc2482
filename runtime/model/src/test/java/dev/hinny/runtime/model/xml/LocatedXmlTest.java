package dev.hinny.runtime.model.xml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.Problem;
import dev.hinny.base.Problems;
import dev.hinny.base.SourceText;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocatedXmlTest {
    private final Problems problems = new Problems();

    private XmlElement read(String text) {
        return LocatedXml.read(new SourceText("f.xml", text), problems).orElseThrow();
    }

    @Test
    void elementsAttributesAndTextsHavePlaces() {
        String text = "<a xmlns:p='u'\n"
                + "   x = \"1 &gt; 0\" p:y='=\"2\"'>\n"
                + "  <!-- c --><b/>\n"
                + "  <c> t<![CDATA[ <&> ]]>u </c>\n"
                + "</a>";
        XmlElement a = read(text);
        assertThat(a.place()).hasToString("f.xml:1:1");
        assertThat(a.value("x")).contains("1 > 0");
        assertThat(a.attribute("x").orElseThrow().place()).hasToString("f.xml:2:9");
        XmlAttribute y = a.attributes().get(1);
        assertThat(y.qualifiedName()).isEqualTo("p:y");
        assertThat(text.substring(y.place().startOffset(), y.place().endOffset()))
                .isEqualTo("=\"2\"");
        XmlElement c = a.child("c").orElseThrow();
        assertThat(c.place()).hasToString("f.xml:4:3");
        assertThat(c.text()).isEqualTo(" t <&> u ");
        assertThat(c.textPlace()).hasToString("f.xml:4:6");
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void aCdataSectionBehindWhiteSpaceHasThePlaceOfItsContent() {
        XmlElement a = read("<a>\n   <![CDATA[%dw 2.0\n---\n1]]>\n</a>");
        assertThat(a.textPlace()).hasToString("f.xml:2:13");
        assertThat(a.text()).startsWith("%dw 2.0\n---\n1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<a>",
                "<a></b>",
                "<a x=1/>",
                "<a x='1' x='2'/>",
                "<p:a/>",
                "text",
                "<a/><b/>",
                "<!DOCTYPE a><a/>",
                "<a>&unknown;</a>",
                "<a x='<'/>",
                "<?xml version='1.0'?"
            })
    void whatIsNotWellFormedIsOneProblemWithAPlace(String text) {
        assertThat(LocatedXml.read(new SourceText("f.xml", text), problems)).isEmpty();
        assertThat(problems.sorted()).hasSize(1).allSatisfy(p -> {
            assertThat(p.code()).isEqualTo("BAD-XML");
            assertThat(p.place()).isNotNull();
            assertThat(p.message()).doesNotContain("\n").doesNotContain("ParseError");
        });
    }

    @Test
    void depthIsBounded() {
        assertThat(LocatedXml.read(new SourceText("f.xml", "<a>".repeat(100_000)), problems))
                .isEmpty();
        assertThat(problems.sorted())
                .extracting(Problem::message)
                .first()
                .asString()
                .contains("500 elements inside each other");
    }

    @Test
    void noInputBreaksTheReader() {
        Random random = new Random(7);
        String seed = "<a xmlns:p='u' x=\"1 &amp; 2\"><p:b y='2'><![CDATA[#[payload]]]></p:b><!-- c -->t</a>";
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder(seed);
            for (int j = 0; j <= random.nextInt(4); j++) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, "<>&'\"/=![]-\u0000\ud800".charAt(random.nextInt(13)));
                    default -> text.insert(at, text.charAt(random.nextInt(text.length())));
                }
            }
            Problems found = new Problems();
            boolean read = LocatedXml.read(new SourceText("f.xml", text.toString()), found)
                    .isPresent();
            assertThat(read || found.hasErrors()).as(text.toString()).isTrue();
        }
    }
}
