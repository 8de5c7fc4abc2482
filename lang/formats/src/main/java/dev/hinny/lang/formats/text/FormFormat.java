package dev.hinny.lang.formats.text;

import dev.hinny.base.MediaType;
import dev.hinny.base.Problem;
import dev.hinny.base.SourceSpan;
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
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.formats.StandardOptions;
import dev.hinny.lang.formats.Texts;
import dev.hinny.lang.formats.Utf8;
import dev.hinny.lang.formats.Utf8Writer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Form fields, {@code application/x-www-form-urlencoded} (WHATWG URL, section 5): an object of text values, keys may repeat.
 * A null is a name without an equals sign.
 */
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
        return List.of(StandardOptions.ENCODING, StandardOptions.BUFFER_SIZE, StandardOptions.DEFERRED);
    }

    @Override
    public Value read(ByteSource source, FormatContext context) {
        byte[] bytes = StandardOptions.whole(source, context);
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] <= ' ' && bytes[end - 1] >= 0) {
            end--;
        }
        int start = 0;
        while (start < end && bytes[start] <= ' ' && bytes[start] >= 0) {
            start++;
        }
        List<Entry> entries = new ArrayList<>();
        for (int at = start; at < end; ) {
            int behind = find(bytes, '&', at, end);
            if (behind > at) {
                int equals = find(bytes, '=', at, behind);
                Value value = equals == behind ? NullValue.NULL : decode(bytes, equals + 1, behind, context);
                entries.add(Entry.of(decode(bytes, at, equals, context).text(), value));
            }
            at = behind + 1;
        }
        return ObjectValue.of(entries);
    }

    private static int find(byte[] bytes, char wanted, int from, int end) {
        int i = from;
        while (i < end && bytes[i] != wanted) {
            i++;
        }
        return i;
    }

    private static StringValue decode(byte[] bytes, int start, int end, FormatContext context) {
        byte[] out = new byte[end - start];
        int count = 0;
        boolean same = true;
        for (int i = start; i < end; i++) {
            byte b = bytes[i];
            if (b == '%') {
                int high = i + 2 < end ? Character.digit(bytes[i + 1], 16) : -1;
                int low = i + 2 < end ? Character.digit(bytes[i + 2], 16) : -1;
                if (high < 0 || low < 0) {
                    throw bad(bytes, i, end, context);
                }
                b = (byte) (high << 4 | low);
                i += 2;
                same = false;
            } else if (b == '+') {
                b = ' ';
                same = false;
            }
            out[count++] = b;
        }
        if (!same && !context.charset().equals(StandardCharsets.UTF_8)) {
            // in other encodings only the escapes are encoded, the characters between them are ASCII
            String text = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
            return StringValue.of(URLDecoder.decode(text, context.charset()));
        }
        return same
                ? Utf8.text(bytes, start, end - start, StandardCharsets.UTF_8)
                : Utf8.text(out, 0, count, StandardCharsets.UTF_8);
    }

    private static FormatException bad(byte[] bytes, int at, int end, FormatContext context) {
        int column = new String(bytes, 0, at, StandardCharsets.UTF_8).length() + 1;
        String found = new String(bytes, at, Math.min(3, end - at), StandardCharsets.ISO_8859_1);
        return new FormatException(Problem.error(
                "BAD-FORM",
                new SourceSpan(context.name(), 1, column, 1, column + 1, at, at + 1),
                "a percent sign needs two hexadecimal digits behind it, found '" + found + "'",
                "write %25 for a percent sign"));
    }

    @Override
    public void write(Value value, OutputStream out, FormatContext context) throws IOException {
        Charset charset = context.charset();
        Utf8Writer writer = new Utf8Writer(out, StandardCharsets.UTF_8, StandardOptions.bufferSize(context));
        switch (value) {
            case StringValue text -> writer.write(text);
            case NullValue _ -> {}
            case ObjectValue object -> {
                boolean first = true;
                for (Entry entry : object) {
                    String name = entry.key().name();
                    if (entry.value() instanceof ArrayValue items) {
                        for (Value item : items) {
                            field(name, item, writer, charset, first);
                            first = false;
                        }
                    } else {
                        field(name, entry.value(), writer, charset, first);
                        first = false;
                    }
                }
            }
            default ->
                throw new FormatException(Problem.error(
                        "NO-FORM",
                        null,
                        "form fields need an object, found " + TypeNames.of(value),
                        "write {field: value}"));
        }
        writer.flush();
    }

    private static void field(String name, Value value, Utf8Writer out, Charset charset, boolean first)
            throws IOException {
        if (value instanceof ObjectValue || value instanceof ArrayValue) {
            throw new FormatException(Problem.error(
                    "NO-TEXT-FORM",
                    null,
                    "the field '" + name + "' is of type " + TypeNames.of(value) + ", form fields are text",
                    "write it as text with write(…, \"application/json\")"));
        }
        if (!first) {
            out.write((byte) '&');
        }
        out.write(URLEncoder.encode(name, charset));
        if (!(value instanceof NullValue)) {
            out.write((byte) '=');
            out.write(URLEncoder.encode(Texts.of(value, "urlencoded"), charset));
        }
    }
}
