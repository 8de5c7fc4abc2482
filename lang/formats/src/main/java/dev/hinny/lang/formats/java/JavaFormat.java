package dev.hinny.lang.formats.java;

import dev.hinny.base.MediaType;
import dev.hinny.base.Problem;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.Format;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.format.FormatOption;
import dev.hinny.lang.engine.format.FormatOption.Use;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BinaryValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.formats.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** {@code application/java}: a value stays a value; only simple ones have bytes. */
public final class JavaFormat implements Format {
    @Override
    public String id() {
        return "java";
    }

    @Override
    public List<MediaType> mediaTypes() {
        return List.of(MediaType.JAVA, new MediaType("application", "x-java", Map.of()));
    }

    @Override
    public List<String> extensions() {
        return List.of();
    }

    @Override
    public List<FormatOption> options() {
        return List.of(
                new FormatOption(
                        "duplicateKeyAsArray", Use.WRITE, BooleanValue.FALSE, "Keep all values of a repeated key."),
                new FormatOption("writeAttributes", Use.WRITE, BooleanValue.FALSE, "Keep attributes as keys with @."));
    }

    @Override
    public Value read(ByteSource source, FormatContext context) {
        return BinaryValue.of(source.bytes());
    }

    @Override
    public void write(Value value, OutputStream out, FormatContext context) throws IOException {
        switch (value) {
            case BinaryValue b -> out.write(b.bytes());
            case ArrayValue _, ObjectValue _ ->
                throw new FormatException(Problem.error(
                        "NO-BYTES",
                        null,
                        "a value of application/java has no bytes of its own",
                        "name a format: output application/json"));
            default -> out.write(Texts.of(value, "java").getBytes(context.charset()));
        }
    }
}
