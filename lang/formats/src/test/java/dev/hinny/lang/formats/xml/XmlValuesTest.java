package dev.hinny.lang.formats.xml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.lang.engine.operation.Selections;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Values of a document behave as those in memory do, for several threads too. */
class XmlValuesTest {
    private static final Map<String, Value> STREAMED = Map.of("streaming", BooleanValue.TRUE);

    @Test
    void selectorsFindWhatIterationFinds() {
        Random random = new Random(31);
        for (int i = 0; i < 500; i++) {
            String document = XmlTexts.document(random);
            Value tape = XmlTexts.read(document, Map.of());
            compare((ObjectValue) tape, copy((ObjectValue) tape));
        }
    }

    private static void compare(ObjectValue lazy, ObjectValue plain) {
        assertThat(lazy.size()).isEqualTo(plain.size());
        assertThat(lazy.isEmpty()).isEqualTo(plain.isEmpty());
        for (String name : List.of("a", "item", "élan", "__text", "missing")) {
            assertThat(text(Selections.named(lazy, name, null))).isEqualTo(text(Selections.named(plain, name, null)));
            assertThat(text(Selections.multi(lazy, name, null))).isEqualTo(text(Selections.multi(plain, name, null)));
            assertThat(text(Selections.attribute(lazy, name, null, true)))
                    .isEqualTo(text(Selections.attribute(plain, name, null, true)));
        }
        for (int i = 0; i < plain.size(); i++) {
            Value found = Objects.requireNonNull(Selections.index(lazy, i));
            Value expected = Objects.requireNonNull(Selections.index(plain, i));
            assertThat(text(found)).isEqualTo(text(expected));
            assertThat(text(Selections.attributes(found))).isEqualTo(text(Selections.attributes(expected)));
            if (found instanceof ObjectValue inner && expected instanceof ObjectValue other) {
                compare(inner, other);
            }
        }
    }

    private static String text(@org.jspecify.annotations.Nullable Value value) {
        return value == null ? "-" : XmlTexts.canonical(value);
    }

    private static ObjectValue copy(ObjectValue object) {
        List<Entry> entries = new ArrayList<>();
        for (Entry entry : object) {
            Value value = entry.value() instanceof ObjectValue inner ? copy(inner) : entry.value();
            entries.add(Entry.of(entry.key(), value));
        }
        return ObjectValue.of(entries);
    }

    @Test
    void aStreamedDocumentSaysWhatTheWholeOneSays() {
        Random random = new Random(32);
        for (int i = 0; i < 500; i++) {
            String document = XmlTexts.document(random);
            assertThat(XmlTexts.canonical(XmlTexts.read(document, STREAMED)))
                    .as(document)
                    .isEqualTo(XmlTexts.canonical(XmlTexts.read(document, Map.of())));
        }
    }

    @Test
    void itemsThatCrossWindowsAreWhole() {
        StringBuilder out = new StringBuilder("<r>");
        for (int i = 0; i < 60; i++) {
            out.append("<i n='")
                    .append(i)
                    .append("'>")
                    .append("é&amp;".repeat(i * 300))
                    .append("</i>\n");
        }
        String document = out.append("</r>").toString();
        assertThat(XmlTexts.canonical(XmlTexts.read(document, STREAMED)))
                .isEqualTo(XmlTexts.canonical(XmlTexts.read(document, Map.of())));
    }

    @Test
    void threadsReadOneDocumentAtOnce() throws Exception {
        StringBuilder out = new StringBuilder("<r>");
        for (int i = 0; i < 2_000; i++) {
            out.append("<i n='").append(i).append("'><a>").append(i).append("&amp;</a><b/></i>");
        }
        ObjectValue document = (ObjectValue) XmlTexts.read(out.append("</r>").toString(), Map.of());
        String expected = XmlTexts.canonical(document);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                answers.add(threads.submit(() -> {
                    Value items =
                            Selections.multi(Objects.requireNonNull(Selections.named(document, "r", null)), "i", null);
                    assertThat(((ArrayValue) Objects.requireNonNull(items)).size())
                            .isEqualTo(2_000);
                    assertThat(Selections.named(Objects.requireNonNull(items), "a", null))
                            .isInstanceOf(ArrayValue.class);
                    return XmlTexts.canonical(document);
                }));
            }
            for (Future<String> answer : answers) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        }
    }

    @Test
    void aTextIsHandedOverAsTheBytesOfTheDocument() {
        ObjectValue root = (ObjectValue) XmlTexts.read("<r><a>plain</a><b>\"rough\"</b></r>", Map.of());
        ObjectValue inner = (ObjectValue) Objects.requireNonNull(root.get("r"));
        assertThat(inner.get("a"))
                .isInstanceOfSatisfying(
                        StringValue.class, a -> assertThat(a.utf8()).isNotNull());
        assertThat(((StringValue) Objects.requireNonNull(inner.get("a"))).isPlain())
                .isTrue();
        assertThat(((StringValue) Objects.requireNonNull(inner.get("b"))).isPlain())
                .isFalse();
    }
}
