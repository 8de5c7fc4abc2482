package dev.hinny.lang.formats.xml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.Namespace;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is written and read again is the same. */
class XmlRoundTripTest {
    private static final String[] NAMES = {"a", "b-1", "_c", "élan", "averylongname", "__texts"};
    private static final String[] PREFIXES = {"p", "q", "", "xml-p"};
    private static final String[] URIS = {"urn:1", "urn:2", "http://x.example/?a=1&b=\"2\""};
    private static final String[] TEXTS = {
        "",
        "x",
        " ",
        "a & b < c > d ]]> \"e\" 'f'",
        "line\nline\ttab",
        "é€😀\u0085\u2028",
        "]]",
        "<![CDATA[",
        "&amp;",
        "\\u0041"
    };

    @Test
    void valuesSurviveWritingAndReading() {
        Random random = new Random(21);
        for (int i = 0; i < 2_000; i++) {
            Value value = ObjectValue.of(List.of(Entry.of(key(random), content(random, 0))));
            Map<String, Value> options = Map.of(
                    "indent", BooleanValue.of(random.nextBoolean()),
                    "inlineCloseOn", StringValue.of(random.nextBoolean() ? "none" : "empty"),
                    "escapeCR", BooleanValue.TRUE,
                    "escapeGT", BooleanValue.of(random.nextBoolean()));
            String text = XmlTexts.write(value, options);
            assertThat(XmlTexts.canonical(XmlTexts.read(text, XmlTexts.AS_WRITTEN)))
                    .as(text)
                    .isEqualTo(XmlTexts.canonical(value));
        }
    }

    @Test
    void documentsSurviveReadingAndWriting() {
        Random random = new Random(22);
        for (int i = 0; i < 1_000; i++) {
            Value value = XmlTexts.read(XmlTexts.document(random), XmlTexts.AS_WRITTEN);
            String text = XmlTexts.write(
                    value, Map.of("indent", BooleanValue.of(random.nextBoolean()), "escapeCR", BooleanValue.TRUE));
            assertThat(XmlTexts.canonical(XmlTexts.read(text, XmlTexts.AS_WRITTEN)))
                    .as(text)
                    .isEqualTo(XmlTexts.canonical(value));
        }
    }

    @Test
    void otherEncodingsSurviveToo() {
        Random random = new Random(23);
        for (int i = 0; i < 300; i++) {
            Value value = XmlTexts.read(XmlTexts.document(random).replace("élan", "elan"), XmlTexts.AS_WRITTEN);
            for (String encoding : List.of("US-ASCII", "ISO-8859-1", "UTF-16", "UTF-16LE")) {
                Map<String, Value> options =
                        Map.of("encoding", StringValue.of(encoding), "escapeCR", BooleanValue.TRUE);
                assertThat(XmlTexts.canonical(XmlTexts.read(XmlTexts.bytes(value, options), XmlTexts.AS_WRITTEN)))
                        .isEqualTo(XmlTexts.canonical(value));
            }
        }
    }

    private static Key key(Random random) {
        List<Entry> attributes = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            attributes.add(Entry.of(
                    Key.of(NAMES[i], namespace(random), ObjectValue.EMPTY),
                    StringValue.of(TEXTS[random.nextInt(TEXTS.length)])));
        }
        return Key.of(NAMES[random.nextInt(NAMES.length)], namespace(random), ObjectValue.of(attributes));
    }

    private static @Nullable Namespace namespace(Random random) {
        return random.nextInt(3) > 0
                ? null
                : new Namespace(PREFIXES[random.nextInt(PREFIXES.length)], URIS[random.nextInt(URIS.length)]);
    }

    private static Value content(Random random, int depth) {
        if (depth > 5 || random.nextInt(3) == 0) {
            Value text = StringValue.of(TEXTS[random.nextInt(TEXTS.length)]);
            return random.nextInt(4) == 0 ? text.withSchema(Schema.of("cdata", BooleanValue.TRUE)) : text;
        }
        List<Entry> children = new ArrayList<>();
        boolean mixed = random.nextInt(4) == 0;
        for (int i = random.nextInt(4); i >= 0; i--) {
            if (mixed && random.nextBoolean()) {
                children.add(Entry.of("__text", StringValue.of(" mixed & text ")));
                children.add(Entry.of(key(random), content(random, depth + 1)));
            } else {
                children.add(Entry.of(key(random), content(random, depth + 1)));
            }
        }
        return ObjectValue.of(children);
    }
}
