package dev.hinny.lang.formats.text;

import dev.hinny.base.MediaType;
import dev.hinny.base.Problem;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.Format;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.format.FormatOption;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.formats.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Form fields, {@code application/x-www-form-urlencoded} (WHATWG URL, section 5). */
public final class FormFormat implements Format {
    @Override
    public String id() {
        return "urlencoded";
    }

    @Override
    public List<MediaType> mediaTypes() {
        return List.of(new MediaType("application", "x-www-form-urlencoded", Map.of()));
    }

    @Override
    public List<String> extensions() {
        return List.of("urlencoded");
    }

    @Override
    public List<FormatOption> options() {
        return List.of();
    }

    @Override
    public Value read(ByteSource source, FormatContext context) {
        String text = new String(source.bytes(), context.charset()).strip();
        List<Entry> entries = new ArrayList<>();
        for (String field : text.split("&")) {
            if (!field.isEmpty()) {
                int equals = field.indexOf('=');
                String name = equals < 0 ? field : field.substring(0, equals);
                String value = equals < 0 ? "" : field.substring(equals + 1);
                entries.add(Entry.of(decode(name, context), StringValue.of(decode(value, context))));
            }
        }
        return ObjectValue.of(entries);
    }

    private static String decode(String text, FormatContext context) {
        try {
            return URLDecoder.decode(text, context.charset());
        } catch (IllegalArgumentException e) {
            throw new FormatException(
                    Problem.error(
                            "BAD-FORM", null, "'" + text + "' is not percent-encoded correctly", "write % as %25"),
                    e);
        }
    }

    @Override
    public void write(Value value, OutputStream out, FormatContext context) throws IOException {
        if (value instanceof StringValue s) {
            String text = s.text();
            out.write(text.getBytes(context.charset()));
            return;
        }
        if (!(value instanceof ObjectValue object)) {
            throw new FormatException(Problem.error(
                    "NO-FORM",
                    null,
                    "form fields need an object, not a value of another kind",
                    "write {field: value}"));
        }
        StringJoiner fields = new StringJoiner("&");
        for (Entry entry : object) {
            if (entry.value() instanceof ArrayValue items) {
                items.forEach(item -> fields.add(field(entry, item, context)));
            } else {
                fields.add(field(entry, entry.value(), context));
            }
        }
        out.write(fields.toString().getBytes(context.charset()));
    }

    private static String field(Entry entry, Value value, FormatContext context) {
        return URLEncoder.encode(entry.key().name(), context.charset()) + "="
                + URLEncoder.encode(Texts.of(value, "urlencoded"), context.charset());
    }
}
