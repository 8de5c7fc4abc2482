package dev.hinny.lang.formats;

import static dev.hinny.lang.formats.TextFormats.bytes;
import static dev.hinny.lang.formats.TextFormats.json;
import static dev.hinny.lang.formats.TextFormats.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What is written is read back as it was, for values that a seeded generator makes. */
class TextFormatsRoundTripTest {
    private static final int ROUNDS = 2000;
    private static final String[] PIECES = {
        "a",
        "Z9",
        " ",
        "  ",
        ",",
        ";",
        "\"",
        "\"\"",
        "'",
        "\\",
        "\\\\",
        "\n",
        "\r",
        "\r\n",
        "\t",
        "é",
        "漢字",
        "𝄞",
        "=",
        ":",
        "&",
        "%",
        "+",
        "%41",
        "#",
        "!",
        "\u0001",
        "--",
        "a longer piece of text that has no mark in it at all",
        "\u2028",
        "|"
    };

    private final Random random = new Random(11);

    @Test
    void separatedValues() {
        Object[][] properties = {
            {},
            {"quoteValues", true, "quoteHeader", true},
            {"escape", ""},
            {"escape", "\""},
            {"separator", "\t"},
            {"separator", "§"},
            {"quote", "'", "lineSeparator", "\r\n"},
            {"separator", "||", "escape", "^"},
            {"encoding", "UTF-16"},
            {"bufferSize", 9}
        };
        for (int i = 0; i < ROUNDS; i++) {
            Object[] options = properties[i % properties.length];
            int columns = 1 + random.nextInt(5);
            List<String> names = new ArrayList<>();
            for (int j = 0; j < columns; j++) {
                names.add("c" + j + string().strip());
            }
            List<Value> rows = new ArrayList<>();
            for (int j = 1 + random.nextInt(5); j > 0; j--) {
                rows.add(object(names, this::string));
            }
            same("csv", ArrayValue.of(rows), options);
        }
    }

    @Test
    void linesOfJson() {
        for (int i = 0; i < ROUNDS; i++) {
            List<Value> items = new ArrayList<>();
            for (int j = random.nextInt(5); j > 0; j--) {
                items.add(tree(3));
            }
            same("ndjson", ArrayValue.of(items), "encoding", i % 4 == 0 ? "UTF-16LE" : "UTF-8");
        }
    }

    @Test
    void events() {
        for (int i = 0; i < ROUNDS; i++) {
            List<Value> items = new ArrayList<>();
            for (int j = random.nextInt(5); j > 0; j--) {
                // a line of data loses the spaces before it
                items.add(object(List.of("id", "event"), () -> "x" + string().replaceAll("[\r\n]", "")));
                items.add(object(List.of("data"), () -> "x" + string().replaceAll("\r\n?|\n", "\nx")));
            }
            same("eventstream", ArrayValue.of(items));
        }
    }

    @Test
    void properties() {
        for (int i = 0; i < ROUNDS; i++) {
            same("properties", object(names(), this::string), "encoding", i % 4 == 0 ? "UTF-16" : "UTF-8");
        }
    }

    @Test
    void formFields() {
        for (int i = 0; i < ROUNDS; i++) {
            List<Entry> fields = new ArrayList<>();
            for (int j = random.nextInt(6); j > 0; j--) {
                fields.add(
                        Entry.of("n" + string(), random.nextInt(5) == 0 ? NullValue.NULL : StringValue.of(string())));
            }
            same("urlencoded", ObjectValue.of(fields), "encoding", i % 4 == 0 ? "UTF-16BE" : "UTF-8");
        }
    }

    @Test
    void plainText() {
        for (int i = 0; i < ROUNDS; i++) {
            same("text", StringValue.of(string()), "encoding", i % 4 == 0 ? "UTF-16" : "UTF-8");
        }
    }

    @Test
    void parts() {
        for (int i = 0; i < ROUNDS; i++) {
            List<Entry> parts = new ArrayList<>();
            for (String name : names()) {
                boolean tree = random.nextBoolean();
                Value type = StringValue.of(tree ? "application/json" : "text/plain");
                Value content = tree ? tree(3) : StringValue.of(string());
                parts.add(Entry.of(
                        name,
                        ObjectValue.of(List.of(
                                Entry.of("headers", ObjectValue.of(List.of(Entry.of("Content-Type", type)))),
                                Entry.of("content", content)))));
            }
            Value document = ObjectValue.of(List.of(Entry.of("parts", ObjectValue.of(parts))));
            byte[] written = bytes("multipart", document, "boundary", "b-o");
            Function<Value, String> contents = d -> {
                StringBuilder all = new StringBuilder();
                for (Entry part : (ObjectValue) ((ObjectValue) d).get("parts")) {
                    all.append(part.key().name()).append('=').append(json(((ObjectValue) part.value()).get("content")));
                }
                return all.toString();
            };
            for (ByteSource source : List.of(ByteSource.of(written), new TextFormats.Trickle(written, i))) {
                assertThat(contents.apply(read("multipart", source, "boundary", "b-o")))
                        .isEqualTo(contents.apply(document));
            }
        }
    }

    private void same(String format, Value value, Object... options) {
        byte[] written = bytes(format, value, options);
        String expected = json(value);
        assertThat(json(read(format, ByteSource.of(written), options))).isEqualTo(expected);
        assertThat(json(read(format, new TextFormats.Trickle(written, written.length), options)))
                .isEqualTo(expected);
    }

    private String string() {
        StringBuilder out = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            out.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return out.toString();
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            names.add("n" + i + string().replaceAll("[\r\n\"\\\\\u0001%]", ""));
        }
        return names;
    }

    private static ObjectValue object(List<String> names, Supplier<String> texts) {
        List<Entry> entries = new ArrayList<>();
        names.forEach(name -> entries.add(Entry.of(name, StringValue.of(texts.get()))));
        return ObjectValue.of(entries);
    }

    private Value tree(int depth) {
        return switch (random.nextInt(depth == 0 ? 3 : 5)) {
            case 0 -> NumberValue.of(random.nextInt(1000));
            case 1 -> NullValue.NULL;
            case 2 -> StringValue.of(string());
            case 3 -> ArrayValue.of(List.of(tree(depth - 1), tree(depth - 1)));
            default -> ObjectValue.of(List.of(Entry.of(string(), tree(depth - 1)), Entry.of("k", tree(depth - 1))));
        };
    }
}
