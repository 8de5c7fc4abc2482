package dev.hinny.lang.formats.xml;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.Namespace;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/** Documents made at random, and values as texts that can be compared. */
final class XmlTexts {
    static final Map<String, Value> AS_WRITTEN = Map.of("nullValueOn", StringValue.of("none"));

    private static final String[] NAMES = {
        "a", "b", "item", "long-name.1", "_x", "élan", "verylongname", "p:a", "q:item"
    };
    private static final String[] ATTRIBUTES = {"id", "kind", "p:id", "xml:lang", "averylongattribute"};
    private static final String[] TEXTS = {
        "text",
        " ",
        "\n  ",
        "&amp;",
        "&lt;b&gt;",
        "é€😀",
        "\"quoted\" \\ 'text'",
        "]] ",
        ">",
        "&#65;",
        "&#x1F600;",
        "\r\n",
        "12345678901234567890",
        "<!-- a - comment -->",
        "<?go there?>",
        "<![CDATA[<raw> & ]] text]]>",
        "<![CDATA[]]>"
    };
    private static final String[] VALUES = {"", "v", " two words ", "&quot;&apos;", "é", "\n\t", "&#10;", "&lt;", "a>b"
    };

    private XmlTexts() {}

    /** A well-formed document. */
    static String document(Random random) {
        StringBuilder out = new StringBuilder(random.nextBoolean() ? "<?xml version='1.0'?>\n" : "");
        out.append(random.nextInt(4) == 0 ? "<!-- first -->" : "")
                .append("<p:root xmlns:p=\"urn:p\" xmlns:q=\"urn:q\"");
        attributes(out, random);
        out.append('>');
        int children = random.nextInt(6);
        for (int i = 0; i < children; i++) {
            node(out, random, 0);
        }
        return out.append("</p:root >").append(random.nextBoolean() ? "\n" : "").toString();
    }

    private static void node(StringBuilder out, Random random, int depth) {
        if (random.nextInt(3) == 0 || depth > 6) {
            out.append(TEXTS[random.nextInt(TEXTS.length)]);
            return;
        }
        String name = NAMES[random.nextInt(NAMES.length)];
        out.append('<').append(name);
        switch (random.nextInt(12)) {
            case 0 -> out.append(" xmlns='urn:default'");
            case 1 -> out.append(" xmlns:p=\"urn:other\"");
            case 2 -> out.append(" xmlns=''");
            default -> {}
        }
        attributes(out, random);
        if (random.nextInt(5) == 0) {
            out.append(random.nextBoolean() ? "/>" : " />");
            return;
        }
        out.append('>');
        int children = random.nextInt(5);
        for (int i = 0; i < children; i++) {
            node(out, random, depth + 1);
        }
        out.append("</").append(name).append('>');
    }

    private static void attributes(StringBuilder out, Random random) {
        for (String name : ATTRIBUTES) {
            if (random.nextInt(4) == 0) {
                char quote = random.nextBoolean() ? '"' : '\'';
                out.append(random.nextBoolean() ? " " : "\n ").append(name).append(random.nextBoolean() ? "=" : " = ");
                out.append(quote).append(VALUES[random.nextInt(VALUES.length)]).append(quote);
            }
        }
    }

    /** The text with one to four places damaged. */
    static byte[] damaged(byte[] document, Random random) {
        byte[] damaged = document.clone();
        for (int i = random.nextInt(4); i >= 0 && damaged.length > 1; i--) {
            int at = random.nextInt(damaged.length);
            switch (random.nextInt(4)) {
                case 0 -> damaged[at] = (byte) "<>&;'\"/!?[]=: x\n-".charAt(random.nextInt(17));
                case 1 -> damaged = without(damaged, at, 1 + random.nextInt(Math.min(8, damaged.length - at)));
                case 2 -> damaged = doubled(damaged, at, 1 + random.nextInt(Math.min(20, damaged.length - at)));
                default -> damaged[at] = (byte) random.nextInt(128);
            }
        }
        return damaged;
    }

    private static byte[] without(byte[] bytes, int at, int length) {
        byte[] shorter = new byte[bytes.length - length];
        System.arraycopy(bytes, 0, shorter, 0, at);
        System.arraycopy(bytes, at + length, shorter, at, shorter.length - at);
        return shorter;
    }

    private static byte[] doubled(byte[] bytes, int at, int length) {
        byte[] longer = new byte[bytes.length + length];
        System.arraycopy(bytes, 0, longer, 0, at + length);
        System.arraycopy(bytes, at, longer, at + length, bytes.length - at);
        return longer;
    }

    static Value read(byte[] document, Map<String, Value> options) {
        return new XmlFormat().read(ByteSource.of(document), new FormatContext(MediaType.XML, options, "in.xml"));
    }

    static Value read(String document, Map<String, Value> options) {
        return read(document.getBytes(StandardCharsets.UTF_8), options);
    }

    static String write(Value value, Map<String, Value> options) {
        return new String(bytes(value, options), StandardCharsets.UTF_8);
    }

    static byte[] bytes(Value value, Map<String, Value> options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new XmlFormat().write(value, out, new FormatContext(MediaType.XML, options, "out.xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Everything that counts: names with namespaces, sorted attributes, texts. */
    static String canonical(Value value) {
        StringBuilder out = new StringBuilder();
        canonical(value, out);
        return out.toString();
    }

    private static void canonical(Value value, StringBuilder out) {
        switch (value) {
            case ObjectValue object -> {
                out.append('{');
                for (Entry entry : object) {
                    name(entry.key(), out);
                    TreeSet<String> attributes = new TreeSet<>();
                    for (Entry attribute : entry.key().attributes()) {
                        StringBuilder one = new StringBuilder();
                        name(attribute.key(), one);
                        canonical(attribute.value(), one.append('='));
                        attributes.add(one.toString());
                    }
                    out.append(attributes).append(':');
                    canonical(entry.value(), out);
                    out.append(',');
                }
                out.append('}');
            }
            case ArrayValue array -> array.forEach(item -> canonical(item, out));
            case NullValue _ -> out.append("null");
            case StringValue string -> out.append('"').append(string.text()).append('"');
            default -> out.append(value);
        }
    }

    private static void name(Key key, StringBuilder out) {
        Namespace namespace = key.namespace();
        if (namespace != null) {
            out.append('<').append(namespace.uri()).append('>');
        }
        out.append(key.name());
    }
}
