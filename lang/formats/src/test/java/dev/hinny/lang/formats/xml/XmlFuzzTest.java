package dev.hinny.lang.formats.xml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Damaged documents are read, or refused with a place; never anything else. {@code -Dhinny.fuzz=N} tries more of them. */
class XmlFuzzTest {
    private static final int COUNT = Math.max(4_000, Integer.getInteger("hinny.fuzz", 0));
    private static final List<String> DOCUMENTS = List.of(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone='yes'?>\n"
                    + "<r a='1'>\n"
                    + " <i>é&amp;</i><i/></r>\n"
                    + "<!-- end -->",
            "<!DOCTYPE r PUBLIC \"-//p\" 's.dtd' [\n"
                    + "<!ENTITY e \"x&#65;<b>y</b>\">\n"
                    + "<!ENTITY f '&e;&e;'><!-- ] --><?p i?>\n"
                    + "<!ATTLIST r a CDATA #IMPLIED>]>\n"
                    + "<r a='&e;'>&f; <![CDATA[&e;]]> &e;</r>",
            "<root xmlns='urn:d' xmlns:p='urn:p'><list>before<i p:n='1'>a</i><i n=\"2\"><x>b</x>\r\n"
                    + "</i></list> after</root>",
            "<a xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><b xsi:nil=\"true\"/><c><![CDATA[ ]]]>"
                    + " ]]></c></a>");
    private static final List<Map<String, Value>> OPTIONS = List.of(
            Map.of(),
            XmlTexts.AS_WRITTEN,
            Map.of("supportDtd", BooleanValue.TRUE, "maxEntityCount", NumberValue.of(5)),
            Map.of("streaming", BooleanValue.TRUE),
            Map.of("collectionPath", StringValue.of("root.list"), "maxAttributeSize", NumberValue.of(3)));

    @Test
    void damagedDocumentsAreReadOrRefused() {
        Random random = new Random(13);
        for (int i = 0; i < COUNT; i++) {
            byte[] document = XmlTexts.damaged(
                    DOCUMENTS.get(random.nextInt(DOCUMENTS.size())).getBytes(StandardCharsets.UTF_8), random);
            if (random.nextInt(8) == 0) {
                document[random.nextInt(document.length)] = (byte) random.nextInt(256);
            }
            for (Map<String, Value> options : OPTIONS) {
                check(document, options);
            }
        }
    }

    @Test
    void everyPrefixOfADocumentIsRefused() {
        for (String text : DOCUMENTS) {
            byte[] document = text.getBytes(StandardCharsets.UTF_8);
            for (int length = 0; length < document.length; length++) {
                check(java.util.Arrays.copyOf(document, length), Map.of());
            }
        }
    }

    private static void check(byte[] document, Map<String, Value> options) {
        try {
            XmlTexts.canonical(XmlTexts.read(document, options));
        } catch (FormatException e) {
            assertThat(e.first().code()).isEqualTo("BAD-XML");
            assertThat(e.first().place()).isNotNull();
        } catch (RuntimeException e) {
            throw new AssertionError(new String(document, StandardCharsets.UTF_8) + "\n" + options, e);
        }
    }
}
