package dev.hinny.lang.formats.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Hostile documents end in an answer or a located error, soon. */
class XmlLimitsTest {
    @Test
    void nestingIsLimited() {
        assertThatThrownBy(() -> XmlTexts.read("<a>".repeat(100_000), Map.of()))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("more than 1000 elements");
        String deepest = "<a>".repeat(1_000) + "</a>".repeat(1_000);
        assertThat(XmlTexts.write(XmlTexts.read(deepest, Map.of()), Map.of("indent", BooleanValue.FALSE)))
                .contains("<a>".repeat(999) + "<a/>");
    }

    @Test
    void writingIsLimitedInDepth() {
        Value value = StringValue.of("x");
        for (int i = 0; i < 5_000; i++) {
            value = ObjectValue.of(List.of(Entry.of("a", value)));
        }
        Value deep = value;
        assertThatThrownBy(() -> XmlTexts.write(deep, Map.of()))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("TOO-DEEP");
    }

    @Test
    void longAttributesAndTextsAreRead() {
        String text = "x".repeat(10_000_000);
        ObjectValue root = (ObjectValue) XmlTexts.read("<r a=\"" + text + "\">" + text + "</r>", Map.of());
        Entry entry = root.iterator().next();
        assertThat(((StringValue) entry.value()).text()).hasSize(10_000_000);
        assertThat(entry.key().attributes().get("a")).isEqualTo(StringValue.of(text));
        assertThatThrownBy(() ->
                        XmlTexts.read("<r a=\"" + text + "\"/>", Map.of("maxAttributeSize", NumberValue.of(1_000_000))))
                .hasMessageContaining("maxAttributeSize");
    }

    @Test
    void entitiesNeverMakeTheDocumentHuge() {
        String big = "x".repeat(1_000_000);
        String document = "<!DOCTYPE r [<!ENTITY a \"" + big + "\">]><r>" + "&a;".repeat(1_000) + "</r>";
        Map<String, Value> options =
                Map.of("supportDtd", BooleanValue.TRUE, "maxEntityCount", NumberValue.of(1_000_000));
        assertThatThrownBy(() -> XmlTexts.read(document, options))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("larger than");
    }

    @Test
    void manyAttributesNamesAndNamespacesAreLinear() {
        StringBuilder out = new StringBuilder("<r");
        for (int i = 0; i < 50_000; i++) {
            out.append(" a").append(i).append("=''");
        }
        out.append('>');
        for (int i = 0; i < 50_000; i++) {
            out.append("<p:n").append(i).append(" xmlns:p='urn:").append(i).append("'/>");
        }
        ObjectValue root = (ObjectValue) XmlTexts.read(out.append("</r>").toString(), Map.of());
        Entry entry = root.iterator().next();
        assertThat(entry.key().attributes().size()).isEqualTo(50_000);
        assertThat(((ObjectValue) entry.value()).size()).isEqualTo(50_000);
    }

    @Test
    void aCollectionOfAnySizeIsReadItemByItem() {
        Map<String, Value> options =
                Map.of("streaming", BooleanValue.TRUE, "collectionPath", StringValue.of("root.list"));
        Value root = new XmlFormat().read(new Endless(1_000_000), new FormatContext(MediaType.XML, options, "in.xml"));
        ObjectValue list = (ObjectValue)
                ((ObjectValue) ((ObjectValue) root).iterator().next().value()).get("list");
        assertThat(list).isInstanceOf(StreamedObject.class);
        ArrayValue items = ((StreamedObject) list).all("item", null);
        long count = 0;
        for (Value item : items) {
            assertThat(item).isInstanceOf(StringValue.class);
            count++;
        }
        assertThat(count).isEqualTo(1_000_000);
    }

    /** A document of {@code <root><list><item>0123456789</item>…</list></root>} that is nowhere in memory. */
    private record Endless(int items) implements ByteSource {
        private static final int A_PART = 1000;

        @Override
        public InputStream open() {
            return new InputStream() {
                private byte[] part = "<root><list>".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
                private int at;
                private int done;

                @Override
                public int read() {
                    throw new UnsupportedOperationException();
                }

                @Override
                public int read(byte[] to, int offset, int length) {
                    if (at == part.length) {
                        if (done > items) {
                            return -1;
                        }
                        String next = done < items ? "<item>0123456789</item>".repeat(A_PART) : "</list></root>";
                        done += A_PART;
                        part = next.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
                        at = 0;
                    }
                    int count = Math.min(length, part.length - at);
                    System.arraycopy(part, at, to, offset, count);
                    at += count;
                    return count;
                }
            };
        }

        @Override
        public long size() {
            return -1;
        }

        @Override
        public byte[] bytes() {
            throw new AssertionError("a streamed document is not read whole");
        }
    }
}
