package dev.hinny.lang.tools;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.Formats;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** JSON texts by the language's own reader and writer. */
final class Json {
    private Json() {}

    static Value read(String text) {
        return Formats.of(MediaType.JSON)
                .read(ByteSource.of(text), new FormatContext(MediaType.JSON, Map.of(), "the line"));
    }

    static String text(Value value, boolean indented) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FormatContext context =
                new FormatContext(MediaType.JSON, Map.of("indent", BooleanValue.of(indented)), "the answer");
        try {
            Formats.of(MediaType.JSON).write(value, out, context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The text of a field, or what else to take where there is none. */
    static String field(ObjectValue object, String name, String otherwise) {
        return object.get(name) instanceof StringValue text ? text.text() : otherwise;
    }
}
