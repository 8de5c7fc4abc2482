package dev.hinny.lang.formats.eventstream;

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
import dev.hinny.lang.formats.StreamedArray;
import dev.hinny.lang.formats.Texts;
import dev.hinny.lang.formats.Utf8Writer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Server-sent events: a document is an array of objects, one an event, all values text. Always UTF-8. */
public final class EventStreamFormat implements Format {
    @Override
    public String id() {
        return "eventstream";
    }

    @Override
    public List<MediaType> mediaTypes() {
        return List.of(new MediaType("text", "event-stream", Map.of()));
    }

    @Override
    public List<String> extensions() {
        return List.of("sse");
    }

    @Override
    public List<FormatOption> options() {
        return List.of(StandardOptions.BUFFER_SIZE, StandardOptions.DEFERRED);
    }

    @Override
    public Value read(ByteSource source, FormatContext context) {
        return new StreamedArray(() -> new EventStreamReader(source, context.name()), StandardOptions.held(source));
    }

    @Override
    public void write(Value value, OutputStream out, FormatContext context) throws IOException {
        Utf8Writer writer = new Utf8Writer(out, StandardCharsets.UTF_8, StandardOptions.bufferSize(context));
        switch (value) {
            case ArrayValue array -> {
                int index = 0;
                for (Value item : array) {
                    event(item, writer, index++);
                }
            }
            case ObjectValue _ -> event(value, writer, 0);
            case NullValue _ -> {}
            default -> throw noEvent(value, 0);
        }
        writer.flush();
    }

    private static void event(Value value, Utf8Writer out, int index) throws IOException {
        if (!(value instanceof ObjectValue event)) {
            throw noEvent(value, index);
        }
        for (Entry field : event) {
            String name = field.key().name();
            if (name.indexOf(':') >= 0 || name.indexOf('\n') >= 0 || name.indexOf('\r') >= 0) {
                throw new FormatException(Problem.error(
                        "BAD-EVENT",
                        null,
                        "the field name '" + name + "' of the event at [" + index + "] has a colon or line end",
                        "fields are data, event, id and retry"));
            }
            if (field.value() instanceof ObjectValue || field.value() instanceof ArrayValue) {
                throw new FormatException(Problem.error(
                        "NO-TEXT-FORM",
                        null,
                        "the value at [" + index + "]." + name + " is of type " + TypeNames.of(field.value())
                                + ", fields of events are text",
                        "write it as text with write(…, \"application/json\")"));
            }
            for (String line : Texts.of(field.value(), "eventstream").split("\r\n|\r|\n", -1)) {
                out.write(name);
                out.write(line.isEmpty() ? ":" : ": ");
                out.write(line);
                out.write((byte) '\n');
            }
        }
        out.write((byte) '\n');
    }

    private static FormatException noEvent(Value value, int index) {
        return new FormatException(Problem.error(
                "NO-EVENTS",
                null,
                "the event at [" + index + "] is of type " + TypeNames.of(value) + ", events are objects",
                "write [{data: \"...\"}]"));
    }
}
