package dev.hinny.lang.formats.json;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.Format;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatOption;
import dev.hinny.lang.engine.format.FormatOption.Use;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** JSON: order and repetition of keys are kept, numbers are exact. */
public final class JsonFormat implements Format {
    @Override
    public String id() {
        return "json";
    }

    @Override
    public List<MediaType> mediaTypes() {
        return List.of(
                MediaType.JSON,
                new MediaType("text", "json", Map.of()),
                new MediaType("application", "x-json", Map.of()));
    }

    @Override
    public List<String> extensions() {
        return List.of("json");
    }

    @Override
    public List<FormatOption> options() {
        return List.of(
                new FormatOption("streaming", Use.READ, BooleanValue.FALSE, "Read while the script uses the document."),
                new FormatOption("indent", Use.WRITE, BooleanValue.TRUE, "Write one key or item a line."),
                new FormatOption(
                        "skipNullOn", Use.WRITE, NullValue.NULL, "Leave out nulls: arrays, objects or everywhere."),
                new FormatOption(
                        "duplicateKeyAsArray",
                        Use.WRITE,
                        BooleanValue.FALSE,
                        "Write a repeated key once, as an array."),
                new FormatOption(
                        "writeAttributes", Use.WRITE, BooleanValue.FALSE, "Write a key's attributes as keys with @."),
                new FormatOption("encoding", Use.WRITE, StringValue.of("UTF-8"), "Character encoding."),
                new FormatOption(
                        "bufferSize",
                        Use.WRITE,
                        NumberValue.of((long) JsonOutput.BUFFER),
                        "Bytes that are gathered before they are written."),
                new FormatOption("deferred", Use.WRITE, BooleanValue.FALSE, "Write while the result is read."));
    }

    @Override
    public Value read(ByteSource source, FormatContext context) {
        return new Origin(source, context.charset(), context.name()).read(context.flag("streaming", false));
    }

    @Override
    public void write(Value value, OutputStream out, FormatContext context) throws IOException {
        JsonOptions options = JsonOptions.of(context);
        if (context.charset().equals(StandardCharsets.UTF_8)) {
            write(value, out, options);
        } else {
            Recoded recoded = new Recoded(out, context.charset());
            write(value, recoded, options);
            recoded.finish();
        }
    }

    private static void write(Value value, OutputStream out, JsonOptions options) {
        JsonOutput output = new JsonOutput(out, options.bufferSize());
        new JsonWriter(output, options).value(value);
        output.finish();
    }
}
