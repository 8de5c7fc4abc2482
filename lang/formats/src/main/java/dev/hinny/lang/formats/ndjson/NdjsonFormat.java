package dev.hinny.lang.formats.ndjson;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.Format;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatOption;
import dev.hinny.lang.engine.format.FormatOption.Use;
import dev.hinny.lang.engine.format.Formats;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.formats.StandardOptions;
import dev.hinny.lang.formats.StreamedArray;
import dev.hinny.lang.formats.Utf8Writer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON values, one a line: a document is an array that is read line by line. */
public final class NdjsonFormat implements Format {
    @Override
    public String id() {
        return "ndjson";
    }

    @Override
    public List<MediaType> mediaTypes() {
        return List.of(
                new MediaType("application", "x-ndjson", Map.of()),
                new MediaType("application", "x-ldjson", Map.of()),
                new MediaType("application", "ndjson", Map.of()),
                new MediaType("application", "jsonl", Map.of()));
    }

    @Override
    public List<String> extensions() {
        return List.of("ndjson", "jsonl");
    }

    @Override
    public List<FormatOption> options() {
        return List.of(
                new FormatOption("ignoreEmptyLine", Use.READ, BooleanValue.TRUE, "Skip empty lines."),
                new FormatOption("skipInvalid", Use.READ, BooleanValue.FALSE, "Skip lines that are no valid JSON."),
                new FormatOption(
                        "skipNullOn", Use.WRITE, NullValue.NULL, "Leave out nulls: arrays, objects or everywhere."),
                new FormatOption(
                        "writeAttributes", Use.WRITE, BooleanValue.FALSE, "Write a key's attributes as keys with @."),
                StandardOptions.ENCODING,
                StandardOptions.BUFFER_SIZE,
                StandardOptions.DEFERRED);
    }

    @Override
    public Value read(ByteSource source, FormatContext context) {
        context.charset();
        return new StreamedArray(() -> new NdjsonReader(source, context), StandardOptions.held(source));
    }

    @Override
    public void write(Value value, OutputStream out, FormatContext context) throws IOException {
        Format json = json();
        Map<String, Value> options = new LinkedHashMap<>();
        options.put("indent", BooleanValue.FALSE);
        for (String name : List.of("skipNullOn", "writeAttributes")) {
            Value set = context.option(name);
            if (set != null) {
                options.put(name, set);
            }
        }
        FormatContext each = new FormatContext(MediaType.JSON, options, context.name(), context.resources());
        String skip = context.choice("skipNullOn", "arrays", "objects", "everywhere");
        boolean skipNull = skip.equals("arrays") || skip.equalsIgnoreCase("everywhere");
        Utf8Writer lines = new Utf8Writer(out, context.charset(), StandardOptions.bufferSize(context));
        if (value instanceof ArrayValue array) {
            for (Value item : array) {
                if (!skipNull || !(item instanceof NullValue)) {
                    json.write(item, lines.stream(), each);
                    lines.write((byte) '\n');
                }
            }
        } else {
            json.write(value, lines.stream(), each);
            lines.write((byte) '\n');
        }
        lines.flush();
    }

    static Format json() {
        return Formats.byId("json").orElseThrow();
    }
}
