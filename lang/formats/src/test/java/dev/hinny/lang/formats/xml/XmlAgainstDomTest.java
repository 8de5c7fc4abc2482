package dev.hinny.lang.formats.xml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.Namespace;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The JDK's own parser is the judge of what is well-formed and of what a document says. */
class XmlAgainstDomTest {
    /** Where the judge is lax: names that begin with a colon; and declarations, whose encoding we take from elsewhere. */
    private static final Pattern UNDECIDED = Pattern.compile("^<\\?|<!DOCTYPE|[\\s<?]/?:");

    private final DocumentBuilder builder;

    XmlAgainstDomTest() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
    }

    @Test
    void wellFormedDocumentsSayTheSame() throws Exception {
        Random random = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            String document = XmlTexts.document(random);
            String expected = XmlTexts.canonical(value(document.getBytes(StandardCharsets.UTF_8)));
            assertThat(XmlTexts.canonical(XmlTexts.read(document, XmlTexts.AS_WRITTEN)))
                    .as(document)
                    .isEqualTo(expected);
        }
    }

    @Test
    void damagedDocumentsAreRefusedByBothOrSayTheSame() throws Exception {
        Random random = new Random(12);
        int count = Math.max(4_000, Integer.getInteger("hinny.fuzz", 0));
        for (int i = 0; i < count; i++) {
            byte[] document = XmlTexts.damaged(XmlTexts.document(random).getBytes(StandardCharsets.UTF_8), random);
            String text = new String(document, StandardCharsets.UTF_8);
            if (UNDECIDED.matcher(text).find()) {
                continue;
            }
            String expected = canonicalOrNull(document);
            String got;
            try {
                got = XmlTexts.canonical(XmlTexts.read(document, XmlTexts.AS_WRITTEN));
            } catch (FormatException e) {
                assertThat(e.first().place()).isNotNull();
                got = null;
            }
            assertThat(got).as(text).isEqualTo(expected);
        }
    }

    private @Nullable String canonicalOrNull(byte[] document) throws IOException {
        try {
            return XmlTexts.canonical(value(document));
        } catch (SAXException e) {
            return null;
        }
    }

    private Value value(byte[] document) throws IOException, SAXException {
        Element root = builder.parse(new ByteArrayInputStream(document)).getDocumentElement();
        return ObjectValue.of(List.of(Entry.of(key(root), content(root))));
    }

    private static Key key(Element element) {
        List<Entry> attributes = new ArrayList<>();
        NamedNodeMap map = element.getAttributes();
        for (int i = 0; i < map.getLength(); i++) {
            Attr attribute = (Attr) map.item(i);
            if (!"http://www.w3.org/2000/xmlns/".equals(attribute.getNamespaceURI())) {
                attributes.add(Entry.of(
                        Key.of(attribute.getLocalName(), namespace(attribute), ObjectValue.EMPTY),
                        StringValue.of(attribute.getValue())));
            }
        }
        return Key.of(element.getLocalName(), namespace(element), ObjectValue.of(attributes));
    }

    private static @Nullable Namespace namespace(Node node) {
        return node.getNamespaceURI() == null ? null : new Namespace("", node.getNamespaceURI());
    }

    private static Value content(Element element) {
        List<Entry> entries = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean children = false;
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children = true;
                mixed(text, entries);
                entries.add(Entry.of(key(child), content(child)));
            } else if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(node.getNodeValue());
            }
        }
        if (!children) {
            return StringValue.of(text.toString());
        }
        mixed(text, entries);
        return ObjectValue.of(entries);
    }

    private static void mixed(StringBuilder text, List<Entry> entries) {
        if (!text.chars().allMatch(c -> c == ' ' || c == '\n' || c == '\t' || c == '\r')) {
            entries.add(Entry.of("__text", StringValue.of(text.toString())));
        }
        text.setLength(0);
    }
}
