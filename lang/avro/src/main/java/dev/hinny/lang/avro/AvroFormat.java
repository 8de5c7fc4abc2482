package dev.hinny.lang.avro;

import dev.hinny.base.MediaType;
import dev.hinny.base.Problem;
import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.Format;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.format.FormatOption;
import dev.hinny.lang.engine.format.FormatOption.Use;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Avro: a container file is an array of its data, read block by block; a single object and a bare datum, which carry no
 * schema, are that datum.
 */
public final class AvroFormat implements Format {
    @Override
    public String id() {
        return "avro";
    }

    @Override
    public List<MediaType> mediaTypes() {
        return List.of(
                new MediaType("application", "avro", Map.of()), new MediaType("application", "x-avro", Map.of()));
    }

    @Override
    public List<String> extensions() {
        return List.of("avro");
    }

    @Override
    public boolean isText() {
        return false;
    }

    @Override
    public List<FormatOption> options() {
        return List.of(
                new FormatOption(
                        "schemaUrl",
                        Use.BOTH,
                        StringValue.EMPTY,
                        "Where the schema is; a reader without it takes the one in the file."),
                new FormatOption(
                        "logicalTypes",
                        Use.READ,
                        BooleanValue.FALSE,
                        "Read dates, times and decimals as such instead of as the numbers and bytes below them."),
                new FormatOption("bufferSize", Use.WRITE, NumberValue.of(8192), "Size of the write buffer."),
                new FormatOption("deferred", Use.WRITE, BooleanValue.FALSE, "Write while the output is consumed."));
    }

    @Override
    public Value read(ByteSource source, FormatContext context) {
        Schema wanted = context.text("schemaUrl", "").isEmpty() ? null : schema(context);
        boolean logical = context.flag("logicalTypes", false);
        byte[] start = start(source, context.name());
        if (start.length >= 4 && start[0] == 'O' && start[1] == 'b' && start[2] == 'j' && start[3] == 1) {
            return ContainerReader.open(source, context.name(), wanted, logical);
        }
        if (wanted == null) {
            throw bad(
                    context.name(),
                    0,
                    "it does not start with 'Obj' and 1 as a file with a schema does",
                    "name the schema of bare data with the reader's property schemaUrl",
                    null);
        }
        return BareReader.read(source.bytes(), context.name(), wanted, logical);
    }

    private static byte[] start(ByteSource source, String name) {
        try (InputStream in = source.open()) {
            return in.readNBytes(4);
        } catch (IOException e) {
            throw bad(name, 0, String.valueOf(e.getMessage()), "", e);
        }
    }

    @Override
    public void write(Value value, OutputStream out, FormatContext context) throws IOException {
        new ContainerWriter(schema(context), out).write(value);
    }

    private static Schema schema(FormatContext context) {
        String text = new String(context.resource("schemaUrl").bytes(), StandardCharsets.UTF_8);
        return schema(text, context.text("schemaUrl", ""));
    }

    /** @throws FormatException when the text is no schema */
    static Schema schema(String text, String name) {
        try {
            return new Schema.Parser().parse(text);
        } catch (AvroRuntimeException | StackOverflowError e) {
            throw new FormatException(
                    Problem.error(
                            "BAD-SCHEMA",
                            SourceSpan.file(name),
                            "no valid Avro schema: " + (e instanceof StackOverflowError ? "too deep" : e.getMessage()),
                            "check the schema"),
                    e);
        }
    }

    static FormatException bad(String name, long offset, String what, String hint, @Nullable Throwable cause) {
        return new FormatException(
                Problem.error(
                        "BAD-AVRO",
                        SourceSpan.atByte(name, offset),
                        "no valid Avro at byte " + offset + ": " + what,
                        hint),
                cause);
    }
}
