package dev.hinny.lang.formats.properties;

import dev.hinny.base.MediaType;
import dev.hinny.base.Problem;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.Format;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.format.FormatOption;
import dev.hinny.lang.engine.operation.TypeNames;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.formats.StandardOptions;
import dev.hinny.lang.formats.Texts;
import dev.hinny.lang.formats.Utf8Writer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** Java's property files ({@link java.util.Properties#load(java.io.Reader)}): an object of text values, in their order. */
public final class PropertiesFormat implements Format {
    @Override
    public String id() {
        return "properties";
    }

    @Override
    public List<MediaType> mediaTypes() {
        return List.of(
                new MediaType("text", "x-java-properties", Map.of()),
                new MediaType("*", "x-java-properties", Map.of()),
                new MediaType("*", "properties", Map.of()));
    }

    @Override
    public List<String> extensions() {
        return List.of("properties");
    }

    @Override
    public List<FormatOption> options() {
        return List.of(StandardOptions.ENCODING, StandardOptions.BUFFER_SIZE, StandardOptions.DEFERRED);
    }

    @Override
    public Value read(ByteSource source, FormatContext context) {
        String text = new String(StandardOptions.whole(source, context), context.charset());
        return new PropertiesReader(text.startsWith("\ufeff") ? text.substring(1) : text, context.name()).read();
    }

    @Override
    public void write(Value value, OutputStream out, FormatContext context) throws IOException {
        Utf8Writer writer = new Utf8Writer(out, context.charset(), StandardOptions.bufferSize(context));
        switch (value) {
            case ObjectValue object -> {
                for (Entry entry : object) {
                    String name = entry.key().name();
                    writer.write(escaped(name, true));
                    writer.write((byte) '=');
                    writer.write(escaped(text(name, entry.value()), false));
                    writer.write((byte) '\n');
                }
            }
            case NullValue _ -> {}
            default ->
                throw new FormatException(Problem.error(
                        "NO-PROPERTIES",
                        null,
                        "properties need an object, found " + TypeNames.of(value),
                        "write {name: value}"));
        }
        writer.flush();
    }

    private static String text(String name, Value value) {
        if (value instanceof ObjectValue || value instanceof ArrayValue) {
            throw new FormatException(Problem.error(
                    "NO-TEXT-FORM",
                    null,
                    "the property '" + name + "' is of type " + TypeNames.of(value) + ", properties are text",
                    "write one property for each part, such as \"" + name + ".part\""));
        }
        return Texts.of(value, "properties");
    }

    /** Everything but printable ASCII is escaped, so that the file reads the same in every encoding. */
    private static String escaped(String text, boolean key) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\f' -> out.append("\\f");
                case '\\' -> out.append("\\\\");
                case ' ' -> out.append(key || i == 0 ? "\\ " : " ");
                case '=', ':', '#', '!' -> {
                    if (key) {
                        out.append('\\');
                    }
                    out.append(c);
                }
                default -> {
                    if (c < ' ' || c > '~') {
                        out.append("\\u").append(String.format("%04X", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.toString();
    }
}
