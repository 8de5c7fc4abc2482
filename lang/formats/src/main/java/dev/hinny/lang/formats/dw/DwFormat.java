package dev.hinny.lang.formats.dw;

import dev.hinny.base.MediaType;
import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.Bindings;
import dev.hinny.lang.engine.CompileOptions;
import dev.hinny.lang.engine.Script;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.Format;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatOption;
import dev.hinny.lang.engine.format.FormatOption.Use;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/** The language itself as a format: reading evaluates the document as a script without inputs. */
public final class DwFormat implements Format {
    @Override
    public String id() {
        return "dw";
    }

    @Override
    public List<MediaType> mediaTypes() {
        return List.of(new MediaType("application", "dw", Map.of()), new MediaType("text", "x-dw", Map.of()));
    }

    @Override
    public List<String> extensions() {
        return List.of("dwl", "dw");
    }

    @Override
    public List<FormatOption> options() {
        return List.of(
                new FormatOption("indent", Use.WRITE, StringValue.of("  "), "Text of one level of indentation."),
                new FormatOption("ignoreSchema", Use.WRITE, BooleanValue.FALSE, "Leave out the metadata of values."),
                new FormatOption("maxCollectionSize", Use.WRITE, NumberValue.of(-1), "Write at most so many items."),
                new FormatOption("onlyData", Use.BOTH, BooleanValue.FALSE, "Only literals: no calls, no operators."),
                new FormatOption("encoding", Use.WRITE, StringValue.of("UTF-8"), "Character encoding."));
    }

    @Override
    public Value read(ByteSource source, FormatContext context) {
        String text = new String(source.bytes(), context.charset());
        return Script.compile(new SourceText(context.name(), text), CompileOptions.NONE)
                .evaluate(Bindings.NONE);
    }

    @Override
    public void write(Value value, OutputStream out, FormatContext context) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, context.charset()));
        new DwWriter(writer, context).write(value);
        writer.flush();
    }
}
